//===- ImportStep.cpp - From a module of functions to a program -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the text, declares variables, inputs and outputs by the signature, lets
// the importer convert the entry function's body, and assigns the results. What
// is left unused is dropped, and the functions are.
//
//===----------------------------------------------------------------------===//

#include "Importer.h"
#include "OperationScan.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Support/FileUtilities.h"
#include "shardwise/Bundle/Manifest.h"
#include "shardwise/Import/Import.h"
#include "shardwise/Import/Passes.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"

namespace mlir::shardwise {
#define GEN_PASS_DEF_IMPORTSTABLEHLOPASS
#include "shardwise/Import/Passes.h.inc"
} // namespace mlir::shardwise

using namespace mlir;
using namespace mlir::shardwise;

//===----------------------------------------------------------------------===//
// Checks before the conversion
//===----------------------------------------------------------------------===//

/// Reports every operation that has no converter, each name once.
static LogicalResult checkOperations(ModuleOp module) {
  UnknownOperations unknown;
  llvm::StringMap<Location> places;
  module->walk([&](Operation *op) {
    StringRef name = op->getName().getStringRef();
    if (isKnownOperation(name))
      return;
    unknown.add(name);
    places.try_emplace(name, op->getLoc());
  });
  // The walk visits inner operations first, the order of names may differ from
  // the text's; locations tell.
  for (const UnknownOperation &operation : unknown.get())
    emitError(places.at(operation.name)) << operation.getMessage();
  return success(unknown.get().empty());
}

/// Finds the entry function: the one of that name, with a body of one block.
static func::FuncOp findEntry(ModuleOp module, StringRef name) {
  auto entry = module.lookupSymbol<func::FuncOp>(name);
  if (entry && getFunctionBody(entry))
    return entry;
  if (entry)
    entry.emitError("entry function '")
        << name << "' has no body of one block that ends with func.return";
  else
    module.emitError("expects an entry function '") << name << "'";
  return {};
}

/// The type as a signature writes it: "2xuint32".
static std::string toString(Type type) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  auto tensor = cast<RankedTensorType>(type);
  for (int64_t size : tensor.getShape())
    stream << size << "x";
  Type element = tensor.getElementType();
  if (element.isInteger(1))
    return text + "bool";
  if (element.isBF16())
    return text + "bfloat16";
  stream << (isa<FloatType>(element)       ? "float"
             : element.isUnsignedInteger() ? "uint"
                                           : "int")
         << element.getIntOrFloatBitWidth();
  return text;
}

/// Checks a type against the one that the signature states.
static LogicalResult checkStated(Location loc, StringRef what, unsigned number,
                                 StringRef name, Type type, StringRef stated) {
  if (stated.empty() || stated == toString(type))
    return success();
  return emitError(loc) << what << " " << number << " has type " << type
                        << ", but '" << name << "' is " << stated
                        << " in the manifest";
}

/// Checks counts and types of the entry function against the signature.
static LogicalResult checkSignature(func::FuncOp entry,
                                    const StepSignature &signature,
                                    const Importer &importer) {
  size_t numArgs = signature.arguments.size();
  size_t numResults = signature.results.size();
  if (entry.getNumArguments() != numArgs || entry.getNumResults() != numResults)
    return entry.emitError("has ")
           << entry.getNumArguments() << " arguments and "
           << entry.getNumResults() << " results, but the manifest has "
           << numArgs << " and " << numResults;
  for (auto [i, argument] : llvm::enumerate(entry.getArguments())) {
    const StepArgument &stated = signature.arguments[i];
    if (failed(importer.checkType(argument.getLoc(), argument.getType())) ||
        failed(checkStated(argument.getLoc(), "argument", i, stated.name,
                           argument.getType(), stated.type)))
      return failure();
    if (stated.result &&
        (*stated.result >= numResults ||
         entry.getResultTypes()[*stated.result] != argument.getType()))
      return emitError(argument.getLoc())
             << "argument " << i << " of type " << argument.getType()
             << " has its next value in result " << *stated.result
             << ", which is missing or of another type";
  }
  for (auto [i, type] : llvm::enumerate(entry.getResultTypes()))
    if (failed(importer.checkType(entry.getLoc(), type)) ||
        failed(checkStated(entry.getLoc(), "result", i,
                           signature.results[i].name, type,
                           signature.results[i].type)))
      return failure();
  return success();
}

/// Checks, for the signature to be guessed, that every donated argument is
/// paired with a result.
static LogicalResult checkDonations(func::FuncOp entry) {
  for (BlockArgument argument : entry.getArguments())
    if (entry.getArgAttr(argument.getArgNumber(), "jax.buffer_donor"))
      return emitError(argument.getLoc())
             << "argument " << argument.getArgNumber()
             << " is donated without a result that takes its buffer; only a "
                "manifest can say which result is its next value";
  return success();
}

//===----------------------------------------------------------------------===//
// Building the program
//===----------------------------------------------------------------------===//

namespace {
/// Builds the program around the converted body.
class ProgramBuilder {
public:
  ProgramBuilder(func::FuncOp entry, const StepSignature &signature,
                 model::ProgramOp program)
      : entry(entry), signature(signature),
        builder(OpBuilder::atBlockEnd(&program.getBody().front())) {}

  /// Declares everything and reads the arguments into `values`.
  void declare(SmallVectorImpl<Value> &values);
  /// Assigns the values of the results.
  void assign(ValueRange results);

private:
  void chooseNames();
  std::string makeUnique(StringRef name, StringRef suffix);
  void declareArgument(unsigned i);
  void declareOutput(unsigned i);
  FlatSymbolRefAttr getSymbol(StringRef name) {
    return FlatSymbolRefAttr::get(builder.getContext(), name);
  }

  func::FuncOp entry;
  const StepSignature &signature;
  OpBuilder builder;
  llvm::StringSet<> taken;
  std::vector<std::string> argumentNames, outputNames;
  /// For each result, the variable whose next value it is.
  std::vector<std::optional<unsigned>> variables;
};
} // namespace

std::string ProgramBuilder::makeUnique(StringRef name, StringRef suffix) {
  std::string unique = name.str();
  while (!taken.insert(unique).second)
    unique += suffix;
  return unique;
}

void ProgramBuilder::chooseNames() {
  for (auto [i, argument] : llvm::enumerate(signature.arguments))
    argumentNames.push_back(makeUnique(argument.name, "#" + std::to_string(i)));
  variables.resize(signature.results.size());
  for (auto [i, argument] : llvm::enumerate(signature.arguments))
    if (argument.result)
      variables[*argument.result] = i;
  for (auto [i, result] : llvm::enumerate(signature.results))
    outputNames.push_back(
        variables[i] ? ""
                     : makeUnique(result.name, "#result" + std::to_string(i)));
}

/// The type without signedness, and whether it was unsigned.
static std::pair<RankedTensorType, bool> getStoredType(Type type) {
  auto tensor = cast<RankedTensorType>(type);
  Type element = tensor.getElementType();
  if (!element.isUnsignedInteger())
    return {tensor, false};
  return {tensor.clone(IntegerType::get(type.getContext(),
                                        element.getIntOrFloatBitWidth())),
          true};
}

void ProgramBuilder::declareArgument(unsigned i) {
  const StepArgument &argument = signature.arguments[i];
  Location loc = entry.getArgument(i).getLoc();
  auto [type, isUnsigned] = getStoredType(entry.getArgument(i).getType());
  if (!argument.kind) {
    model::InputOp::create(builder, loc, argumentNames[i], type, i, isUnsigned);
    return;
  }
  FlatSymbolRefAttr owner;
  if (argument.slotOf)
    owner = getSymbol(argumentNames[*argument.slotOf]);
  model::VariableOp::create(builder, loc, argumentNames[i], type, i,
                            *argument.kind, owner, isUnsigned);
}

void ProgramBuilder::declareOutput(unsigned i) {
  auto [type, isUnsigned] = getStoredType(entry.getResultTypes()[i]);
  model::OutputOp::create(builder, entry.getLoc(), outputNames[i], type, i,
                          signature.results[i].isLoss, isUnsigned);
}

void ProgramBuilder::declare(SmallVectorImpl<Value> &values) {
  chooseNames();
  for (unsigned i = 0; i < signature.arguments.size(); ++i)
    declareArgument(i);
  for (unsigned i = 0; i < signature.results.size(); ++i)
    if (!variables[i])
      declareOutput(i);
  for (unsigned i = 0; i < signature.arguments.size(); ++i) {
    BlockArgument argument = entry.getArgument(i);
    values.push_back(model::ReadOp::create(
        builder, argument.getLoc(), getStoredType(argument.getType()).first,
        getSymbol(argumentNames[i])));
  }
}

void ProgramBuilder::assign(ValueRange results) {
  builder.setInsertionPointToEnd(builder.getInsertionBlock());
  Location loc = entry.getBody().front().back().getLoc();
  for (auto [i, value] : llvm::enumerate(results))
    model::AssignOp::create(
        builder, loc,
        getSymbol(variables[i] ? argumentNames[*variables[i]] : outputNames[i]),
        value);
}

/// Erases operations whose results are not used. One walk from the end is
/// enough, since users stand behind what they use.
static void eraseUnused(Block &block) {
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block))) {
    if (isOpTriviallyDead(&op)) {
      op.erase();
      continue;
    }
    for (Region &region : op.getRegions())
      for (Block &inner : region)
        eraseUnused(inner);
  }
}

LogicalResult mlir::shardwise::convertStep(ModuleOp module,
                                           const StepSignature *signature) {
  if (failed(checkOperations(module)))
    return failure();
  func::FuncOp entry =
      findEntry(module, signature ? StringRef(signature->entry) : "main");
  if (!entry)
    return failure();
  if (!signature && failed(checkDonations(entry)))
    return failure();
  StepSignature guessed;
  if (!signature)
    guessed = StepSignature::fromAliases(entry);
  const StepSignature &used = signature ? *signature : guessed;

  OpBuilder builder = OpBuilder::atBlockEnd(module.getBody());
  auto program = model::ProgramOp::create(builder, entry.getLoc(), "step");
  Block *block = builder.createBlock(&program.getBody());
  ProgramBuilder programBuilder(entry, used, program);
  if (failed(checkSignature(entry, used, Importer(module, block))))
    return failure();
  SmallVector<Value> arguments;
  programBuilder.declare(arguments);
  Importer importer(module, block);
  for (auto [argument, value] : llvm::zip(entry.getArguments(), arguments))
    importer.set(argument, value);
  Block &body = entry.getBody().front();
  if (failed(importer.convertBlock(body)))
    return failure();
  programBuilder.assign(importer.get(body.back().getOperands()));
  eraseUnused(*block);
  for (auto function :
       llvm::make_early_inc_range(module.getOps<func::FuncOp>()))
    function.erase();
  for (StringRef name : {"mhlo.num_partitions", "mhlo.num_replicas"})
    module->removeAttr(name);
  return success();
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

/// Reports all unknown operations in the source text.
static LogicalResult checkText(llvm::SourceMgr &sources, MLIRContext &context) {
  const llvm::MemoryBuffer *buffer =
      sources.getMemoryBuffer(sources.getMainFileID());
  SmallVector<UnknownOperation> unknown =
      findUnknownOperations(buffer->getBuffer());
  for (const UnknownOperation &operation : unknown) {
    auto [line, column] =
        sources.getLineAndColumn(SMLoc::getFromPointer(operation.name.data()));
    emitError(FileLineColLoc::get(&context, buffer->getBufferIdentifier(), line,
                                  column))
        << operation.getMessage();
  }
  return success(unknown.empty());
}

/// Reads and converts the step in the buffer.
static OwningOpRef<ModuleOp>
importBuffer(MLIRContext &context, std::unique_ptr<llvm::MemoryBuffer> buffer,
             const StepSignature *signature) {
  DialectRegistry registry;
  registerImportDialects(registry);
  registry.insert<func::FuncDialect, arith::ArithDialect, linalg::LinalgDialect,
                  math::MathDialect, scf::SCFDialect, tensor::TensorDialect,
                  model::ModelDialect>();
  context.appendDialectRegistry(registry);
  context.loadAllAvailableDialects();

  auto sources = std::make_shared<llvm::SourceMgr>();
  sources->AddNewSourceBuffer(std::move(buffer), SMLoc());
  if (failed(checkText(*sources, context)))
    return {};
  ParserConfig config(&context);
  auto module = parseSourceFile<ModuleOp>(sources, config);
  if (!module || failed(convertStep(*module, signature)) ||
      failed(verify(*module)))
    return {};
  return module;
}

OwningOpRef<ModuleOp>
mlir::shardwise::importStepText(MLIRContext &context, StringRef text,
                                StringRef name,
                                const StepSignature *signature) {
  return importBuffer(context, llvm::MemoryBuffer::getMemBufferCopy(text, name),
                      signature);
}

OwningOpRef<ModuleOp>
mlir::shardwise::importStep(MLIRContext &context, StringRef path,
                            const StepSignature *signature) {
  std::string message;
  std::unique_ptr<llvm::MemoryBuffer> buffer = openInputFile(path, &message);
  if (buffer)
    return importBuffer(context, std::move(buffer), signature);
  emitError(FileLineColLoc::get(&context, path, 0, 0)) << message;
  return {};
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

namespace {
struct ImportStablehloPass
    : public mlir::shardwise::impl::ImportStablehloPassBase<
          ImportStablehloPass> {
  using Base::Base;

  void runOnOperation() override {
    if (manifest.empty()) {
      if (failed(convertStep(getOperation(), nullptr)))
        signalPassFailure();
      return;
    }
    Expected<Manifest> read = Manifest::read(manifest.getValue());
    if (!read) {
      getOperation().emitError(toString(read.takeError()));
      return signalPassFailure();
    }
    StepSignature signature = StepSignature::fromManifest(*read);
    if (failed(convertStep(getOperation(), &signature)))
      signalPassFailure();
  }
};
} // namespace
