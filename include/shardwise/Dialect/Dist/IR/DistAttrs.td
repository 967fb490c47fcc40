//===- DistAttrs.td - Attributes of the dist dialect -------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_DIALECT_DIST_IR_DISTATTRS
#define SHARDWISE_DIALECT_DIST_IR_DISTATTRS

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpBase.td"
include "mlir/IR/TensorEncoding.td"

def Dist_Dialect : Dialect {
  let name = "dist";
  let cppNamespace = "::mlir::shardwise::dist";
  let summary = "Where the tensors of a training step live";
  let description = [{
    Meshes, shardings as tensor encodings, layout maps, the containers of the
    phases between a step without layouts and the program of one device, and
    collectives on local tensors.
  }];
  let dependentDialects = ["::mlir::shardwise::model::ModelDialect"];
  let useDefaultAttributePrinterParser = 1;
  let extraClassDeclaration = [{
    void registerAttributes();
  }];
}

class Dist_Attr<string name, string attrMnemonic, list<Trait> traits = []>
    : AttrDef<Dist_Dialect, name, traits> {
  let mnemonic = attrMnemonic;
}

class Dist_EnumAttr<I32EnumAttr enumInfo, string mnemonic>
    : EnumAttr<Dist_Dialect, enumInfo, mnemonic> {
  let assemblyFormat = "$value";
}

def Dist_StrategyKind : I32EnumAttr<"StrategyKind", "how a map distributes", [
    I32EnumAttrCase<"DataParallel", 0, "data_parallel">,
    I32EnumAttrCase<"ModelParallel", 1, "model_parallel">]> {
  let cppNamespace = "::mlir::shardwise::dist";
  let genSpecializedAttr = 0;
}
def Dist_StrategyAttr : Dist_EnumAttr<Dist_StrategyKind, "strategy">;

def Dist_ShardRole : I32EnumAttr<"ShardRole", "what a shard was", [
    I32EnumAttrCase<"Variable", 0, "variable">,
    I32EnumAttrCase<"Input", 1, "input">,
    I32EnumAttrCase<"Output", 2, "output">,
    I32EnumAttrCase<"Copy", 3, "copy">]> {
  let cppNamespace = "::mlir::shardwise::dist";
  let genSpecializedAttr = 0;
}
def Dist_ShardRoleAttr : Dist_EnumAttr<Dist_ShardRole, "role">;

def Dist_MeshAttr : Dist_Attr<"Mesh", "mesh"> {
  let summary = "devices on named axes";
  let description = [{
    A row-major array of devices with a name for each axis. `order`, if present,
    gives the rank of each device in row-major order.

    Example: `#dist.mesh<"data" = 2, "model" = 4>`.

    **Constraints:**
    - C1: axis names are distinct and not empty.
    - C2: sizes are positive, with at most 15 prime factors in all.
    - C3: `order` is a permutation of the devices.
  }];
  let parameters = (ins ArrayRefParameter<"::mlir::StringAttr">:$names,
    ArrayRefParameter<"int64_t">:$sizes,
    OptionalArrayRefParameter<"int64_t">:$order);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// The mesh as plain data.
    ::mlir::shardwise::Mesh getMesh() const;
    static MeshAttr get(::mlir::MLIRContext *context,
                        const ::mlir::shardwise::Mesh &mesh);
    int64_t getNumDevices() const;
  }];
}

def Dist_AxesAttr : Dist_Attr<"Axes", "axes"> {
  let summary = "an ordered list of mesh axes and sub-axes";
  let description = [{
    Example: `#dist.axes<#dist.mesh<"data" = 2, "model" = 4>, ["data", "model":(1)2]>`.

    **Constraints:**
    - C1: axes are axes of the mesh; sub-axes fall on prime factors of the axis.
    - C2: no axis or part of one occurs twice.
  }];
  let parameters = (ins "::mlir::shardwise::dist::MeshAttr":$mesh,
    "uint64_t":$atoms);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    ::mlir::shardwise::AtomList getAtomList() const {
      return ::mlir::shardwise::AtomList::fromWord(getAtoms());
    }
  }];
}

def Dist_ShardingAttr : Dist_Attr<"Sharding", "sharding", [
    DeclareAttrInterfaceMethods<VerifiableTensorEncoding>]> {
  let summary = "how a tensor lies on a mesh";
  let description = [{
    For each dimension the axes that split it, from major to minor; a sub-axis
    is `"axis":(pre)size`, where `pre` is the product of what stands before it in
    the axis. `partial(sum|max|min)` lists the axes over which the value is still
    to be reduced. Axes that do not occur replicate. As a tensor type's encoding,
    it refuses shapes that do not divide.

    The mesh is part of the sharding, not a symbol, so that a type can be checked
    by itself.

    Example: `tensor<32x64xf32, #dist.sharding<#mesh, [["data"], []], partial(sum) = ["model"]>>`.

    **Constraints:**
    - C1: axes are axes of the mesh; sub-axes fall on prime factors of the axis.
    - C2: no axis or part of one occurs twice.
    - C3: as an encoding, there are as many entries as dimensions.
    - C4: as an encoding, every dimension is divisible.
  }];
  let parameters = (ins "::mlir::shardwise::dist::MeshAttr":$mesh,
    ArrayRefParameter<"uint64_t">:$dimWords,
    "uint64_t":$partialWord, "::mlir::shardwise::Reduction":$reduction);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    static ShardingAttr get(MeshAttr mesh,
                            const ::mlir::shardwise::Sharding &sharding);
    static ShardingAttr getReplicated(MeshAttr mesh, unsigned rank);
    /// The sharding as plain data.
    ::mlir::shardwise::Sharding getSharding() const;
    unsigned getRank() const { return getDimWords().size(); }
    bool isPartial() const { return getPartialWord() != 0; }
    bool isReplicated() const;
    ::llvm::SmallVector<int64_t>
    getLocalShape(::llvm::ArrayRef<int64_t> globalShape) const;
    ::llvm::SmallVector<int64_t>
    getGlobalShape(::llvm::ArrayRef<int64_t> localShape) const;
  }];
}

#endif // SHARDWISE_DIALECT_DIST_IR_DISTATTRS
