//===- DistAttrs.cpp - Attributes of the dist dialect ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parsing, printing and checking of meshes and shardings, and their conversion
// from and to plain data.
//
//===----------------------------------------------------------------------===//

#include "mlir/IR/DialectImplementation.h"
#include "shardwise/Dialect/Dist/IR/Dist.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

#define GET_ATTRDEF_CLASSES
#include "shardwise/Dialect/Dist/IR/DistAttrs.cpp.inc"

void DistDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "shardwise/Dialect/Dist/IR/DistAttrs.cpp.inc"
      >();
}

//===----------------------------------------------------------------------===//
// Mesh
//===----------------------------------------------------------------------===//

static SmallVector<MeshAxis> getAxes(ArrayRef<StringAttr> names,
                                     ArrayRef<int64_t> sizes) {
  SmallVector<MeshAxis> axes;
  for (auto [name, size] : llvm::zip_equal(names, sizes))
    axes.push_back({name.str(), size});
  return axes;
}

LogicalResult MeshAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                               ArrayRef<StringAttr> names,
                               ArrayRef<int64_t> sizes,
                               ArrayRef<int64_t> order) {
  if (names.size() != sizes.size())
    return emitError() << "a mesh has " << names.size() << " axis names and "
                       << sizes.size() << " sizes";
  if (auto problem = Mesh::validate(getAxes(names, sizes), order)) // C1 to C3
    return emitError() << *problem;
  return success();
}

Mesh MeshAttr::getMesh() const {
  return Mesh(getAxes(getNames(), getSizes()), getOrder());
}

MeshAttr MeshAttr::get(MLIRContext *context, const Mesh &mesh) {
  SmallVector<StringAttr> names;
  SmallVector<int64_t> sizes, order;
  for (const MeshAxis &axis : mesh.getAxes()) {
    names.push_back(StringAttr::get(context, axis.name));
    sizes.push_back(axis.size);
  }
  bool identity = true;
  for (int64_t device = 0; device < mesh.getNumDevices(); ++device) {
    order.push_back(mesh.getRank(device));
    identity &= order.back() == device;
  }
  if (identity)
    order.clear();
  return get(context, names, sizes, order);
}

int64_t MeshAttr::getNumDevices() const { return llvm::product_of(getSizes()); }

Attribute MeshAttr::parse(AsmParser &parser, Type) {
  SmallVector<StringAttr> names;
  SmallVector<int64_t> sizes, order;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseLess())
    return {};
  while (failed(parser.parseOptionalGreater())) {
    if (!names.empty() && parser.parseComma())
      return {};
    if (succeeded(parser.parseOptionalKeyword("order"))) {
      if (parser.parseEqual() ||
          parser.parseCommaSeparatedList(
              AsmParser::Delimiter::Square,
              [&] { return parser.parseInteger(order.emplace_back()); }) ||
          parser.parseGreater())
        return {};
      break;
    }
    if (parser.parseAttribute(names.emplace_back()) || parser.parseEqual() ||
        parser.parseInteger(sizes.emplace_back()))
      return {};
  }
  return parser.getChecked<MeshAttr>(loc, parser.getContext(), names, sizes,
                                     order);
}

void MeshAttr::print(AsmPrinter &printer) const {
  printer << "<";
  llvm::interleaveComma(
      llvm::zip_equal(getNames(), getSizes()), printer, [&](auto axis) {
        printer << std::get<0>(axis) << " = " << std::get<1>(axis);
      });
  if (!getOrder().empty())
    printer << ", order = [" << getOrder() << "]";
  printer << ">";
}

//===----------------------------------------------------------------------===//
// Lists of axes
//===----------------------------------------------------------------------===//

/// Parses `"axis"` or `"axis":(pre)size` and appends its atoms.
static ParseResult parseAxis(AsmParser &parser, const Mesh &mesh,
                             AtomList &list) {
  std::string name;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseString(&name))
    return failure();
  std::optional<unsigned> axis = mesh.findAxis(name);
  if (!axis) // C1
    return parser.emitError(loc)
           << "mesh axis \"" << name << "\" does not exist, the mesh is "
           << MeshAttr::get(parser.getContext(), mesh);
  AtomList atoms = mesh.getAxisAtoms(*axis);
  if (succeeded(parser.parseOptionalColon())) {
    int64_t preSize, size;
    if (parser.parseLParen() || parser.parseInteger(preSize) ||
        parser.parseRParen() || parser.parseInteger(size))
      return failure();
    std::optional<AtomList> part = mesh.getSubAxisAtoms(*axis, preSize, size);
    if (!part) // C1
      return parser.emitError(loc)
             << "sub-axis \"" << name << "\":(" << preSize << ")" << size
             << " does not fall on the prime factors of the axis' size "
             << mesh.getAxes()[*axis].size;
    atoms = *part;
  }
  if (list.size() + atoms.size() > AtomList::kMaxAtoms)
    return parser.emitError(loc)
           << "mesh axis \"" << name << "\" is used twice";
  list.append(atoms);
  return success();
}

static ParseResult parseAxes(AsmParser &parser, const Mesh &mesh,
                             AtomList &list) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&] {
    return parseAxis(parser, mesh, list);
  });
}

/// Checks that no atom of the list is in `seen`, and adds them to it.
static LogicalResult
verifyDistinct(function_ref<InFlightDiagnostic()> emitError, const Mesh &mesh,
               AtomList list, uint32_t &seen) {
  for (unsigned i = 0, e = list.size(); i < e; ++i) {
    if (seen >> list[i] & 1)
      return emitError() << "mesh axis \""
                         << mesh.getAxes()[mesh.getAtoms()[list[i]].axis].name
                         << "\" is used twice";
    seen |= 1u << list[i];
  }
  return success();
}

LogicalResult AxesAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                               MeshAttr mesh, uint64_t atoms) {
  uint32_t seen = 0;
  return verifyDistinct(emitError, mesh.getMesh(), AtomList::fromWord(atoms),
                        seen); // C2
}

Attribute AxesAttr::parse(AsmParser &parser, Type) {
  MeshAttr meshAttr;
  AtomList list;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseLess() || parser.parseAttribute(meshAttr) ||
      parser.parseComma() || parseAxes(parser, meshAttr.getMesh(), list) ||
      parser.parseGreater())
    return {};
  return parser.getChecked<AxesAttr>(loc, parser.getContext(), meshAttr,
                                     list.getWord());
}

void AxesAttr::print(AsmPrinter &printer) const {
  printer << "<" << getMesh() << ", "
          << getMesh().getMesh().toString(getAtomList()) << ">";
}

//===----------------------------------------------------------------------===//
// Sharding
//===----------------------------------------------------------------------===//

ShardingAttr ShardingAttr::get(MeshAttr mesh, const Sharding &sharding) {
  SmallVector<uint64_t> words;
  for (AtomList list : sharding.dims)
    words.push_back(list.getWord());
  return Base::get(mesh.getContext(), mesh, words, sharding.partial.getWord(),
                   sharding.reduction);
}

ShardingAttr ShardingAttr::getReplicated(MeshAttr mesh, unsigned rank) {
  return get(mesh, Sharding::replicated(rank));
}

Sharding ShardingAttr::getSharding() const {
  Sharding sharding;
  for (uint64_t word : getDimWords())
    sharding.dims.push_back(AtomList::fromWord(word));
  sharding.partial = AtomList::fromWord(getPartialWord());
  sharding.reduction = getReduction();
  return sharding;
}

bool ShardingAttr::isReplicated() const {
  return !isPartial() &&
         llvm::all_of(getDimWords(), [](uint64_t word) { return word == 0; });
}

SmallVector<int64_t>
ShardingAttr::getLocalShape(ArrayRef<int64_t> globalShape) const {
  Shape shape = mlir::shardwise::getLocalShape(getMesh().getMesh(),
                                               getSharding(), globalShape);
  return SmallVector<int64_t>(shape.begin(), shape.end());
}

SmallVector<int64_t>
ShardingAttr::getGlobalShape(ArrayRef<int64_t> localShape) const {
  Mesh mesh = getMesh().getMesh();
  SmallVector<int64_t> shape(localShape);
  for (auto [size, word] : llvm::zip_equal(shape, getDimWords()))
    size *= mesh.getSize(AtomList::fromWord(word));
  return shape;
}

LogicalResult ShardingAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                   MeshAttr mesh, ArrayRef<uint64_t> dimWords,
                                   uint64_t partialWord, Reduction) {
  Mesh plain = mesh.getMesh();
  uint32_t seen = 0;
  for (uint64_t word : dimWords)
    if (failed(
            verifyDistinct(emitError, plain, AtomList::fromWord(word), seen)))
      return failure(); // C2
  return verifyDistinct(emitError, plain, AtomList::fromWord(partialWord),
                        seen);
}

LogicalResult ShardingAttr::verifyEncoding(
    ArrayRef<int64_t> shape, Type,
    function_ref<InFlightDiagnostic()> emitError) const {
  if (auto problem =
          mlir::shardwise::validate(getMesh().getMesh(), getSharding(), shape))
    return emitError() << *problem; // C3, C4
  return success();
}

static constexpr llvm::StringLiteral kReductionNames[] = {"sum", "max", "min"};

/// Parses `, partial(sum) = ["axis"]` after the comma.
static ParseResult parsePartial(AsmParser &parser, const Mesh &mesh,
                                Sharding &sharding) {
  StringRef name;
  SMLoc loc;
  if (parser.parseKeyword("partial") || parser.parseLParen())
    return failure();
  loc = parser.getCurrentLocation();
  if (parser.parseKeyword(&name))
    return failure();
  const auto *it = llvm::find(kReductionNames, name);
  if (it == std::end(kReductionNames))
    return parser.emitError(loc)
           << "unknown reduction '" << name << "', expected sum, max or min";
  sharding.reduction = static_cast<Reduction>(it - std::begin(kReductionNames));
  AtomList list;
  if (parser.parseRParen() || parser.parseEqual() ||
      parseAxes(parser, mesh, list))
    return failure();
  uint32_t set = list.mask();
  if (static_cast<unsigned>(llvm::popcount(set)) != list.size())
    return parser.emitError(loc) << "a mesh axis is used twice";
  sharding.partial = AtomList::fromMask(set);
  if (list.empty())
    sharding.reduction = Reduction::Sum;
  return success();
}

Attribute ShardingAttr::parse(AsmParser &parser, Type) {
  MeshAttr meshAttr;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseLess() || parser.parseAttribute(meshAttr) ||
      parser.parseComma())
    return {};
  Mesh mesh = meshAttr.getMesh();
  Sharding sharding;
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&] {
        sharding.dims.push_back({});
        return parseAxes(parser, mesh, sharding.dims.back());
      }))
    return {};
  if (succeeded(parser.parseOptionalComma()) &&
      parsePartial(parser, mesh, sharding))
    return {};
  if (parser.parseGreater())
    return {};
  SmallVector<uint64_t> words;
  for (AtomList list : sharding.dims)
    words.push_back(list.getWord());
  return parser.getChecked<ShardingAttr>(loc, parser.getContext(), meshAttr,
                                         words, sharding.partial.getWord(),
                                         sharding.reduction);
}

void ShardingAttr::print(AsmPrinter &printer) const {
  printer << "<" << getMesh() << ", "
          << mlir::shardwise::toString(getMesh().getMesh(), getSharding())
          << ">";
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

ShardingAttr dist::getSharding(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return tensor ? dyn_cast_or_null<ShardingAttr>(tensor.getEncoding())
                : ShardingAttr();
}

RankedTensorType dist::dropSharding(RankedTensorType type) {
  return RankedTensorType::get(type.getShape(), type.getElementType());
}

RankedTensorType dist::withSharding(RankedTensorType type,
                                    ShardingAttr sharding) {
  return RankedTensorType::get(type.getShape(), type.getElementType(),
                               sharding);
}

RankedTensorType dist::getLocalType(RankedTensorType type) {
  ShardingAttr sharding = getSharding(type);
  if (!sharding)
    return type;
  return RankedTensorType::get(sharding.getLocalShape(type.getShape()),
                               type.getElementType());
}
