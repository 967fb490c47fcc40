//===- AttachLayouts.cpp - Give every declaration its layout, once --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads rules and declarations from the IR, has them matched as plain data, and
// writes the layouts into the declarations' types. Everything wrong with the
// maps of a program is reported before it gives up; nothing is changed then.
//
// A declaration keeps the key of the rule that laid it out (`dist.rule`) and
// where that stands (`dist.rule_loc`), for reports. Without them it is
// replicated, or split by batch, because no rule spoke of it.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Dialect/Dist/Transforms/Passes.h"
#include "shardwise/Layouts/MatchRules.h"
#include "llvm/ADT/MapVector.h"

namespace mlir::shardwise::dist {
#define GEN_PASS_DEF_ATTACHLAYOUTSPASS
#include "shardwise/Dialect/Dist/Transforms/Passes.h.inc"
} // namespace mlir::shardwise::dist

using namespace mlir;
using namespace mlir::shardwise;
using namespace mlir::shardwise::dist;

/// The attribute with which a declaration asks for a layout itself.
static constexpr llvm::StringLiteral kLayoutAttr = "dist.layout";
static constexpr llvm::StringLiteral kRuleAttr = "dist.rule";
static constexpr llvm::StringLiteral kRuleLocAttr = "dist.rule_loc";
/// What `dist.rule` says of a declaration that had a layout itself.
static constexpr llvm::StringLiteral kExplicit = "<explicit>";

/// Notes beyond this many are counted only.
static constexpr size_t kMaxNotes = 4;

/// The axis names of each dimension, or nothing if `attr` holds something else.
static std::optional<SmallVector<SmallVector<std::string, 1>>>
readDims(Attribute attr) {
  SmallVector<SmallVector<std::string, 1>> dims;
  auto array = dyn_cast<ArrayAttr>(attr);
  if (!array)
    return std::nullopt;
  for (Attribute dim : array) {
    auto names = dyn_cast<ArrayAttr>(dim);
    if (!names || !llvm::all_of(names, llvm::IsaPred<StringAttr>))
      return std::nullopt;
    auto &axes = dims.emplace_back();
    for (StringAttr name : names.getAsRange<StringAttr>())
      axes.push_back(name.str());
  }
  return dims;
}

namespace {
/// Where a layout comes from: a rule, or a declaration that asks for it itself.
struct Origin {
  /// The operation at which problems are reported.
  Operation *op;
  StringAttr key;
  SmallVector<SmallVector<std::string, 1>> dims;

  bool isRule() const { return isa<RuleOp>(op); }
  std::string describe() const {
    if (!isRule())
      return "the explicit layout";
    return (Twine("rule \"") + key.getValue() + "\"").str();
  }
};

/// One variable and what is known of its layout.
struct Variable {
  model::VariableOp op;
  std::optional<Origin> origin;
  std::optional<Sharding> sharding;

  ArrayRef<int64_t> getShape() { return op.getTensorType().getShape(); }
  bool isScalar() { return op.getTensorType().getRank() == 0; }
};

/// Attaches the maps of one program.
class ProgramAttacher {
public:
  ProgramAttacher(model::ProgramOp program, bool strict, int64_t splitBytes)
      : program(program), strict(strict), splitBytes(splitBytes) {}

  LogicalResult run();

private:
  void collect();
  LogicalResult checkMaps();
  LogicalResult checkSecondMap(LayoutMapOp map);
  void collectVariables();
  std::optional<Origin> readExplicit(Operation *op);
  /// The paths that rules may name, and returns the variable of each.
  SmallVector<unsigned> collectPaths(SmallVectorImpl<RulePath> &paths);
  void matchMap(LayoutMapOp map);
  void takeRule(Variable &variable, RuleOp rule);
  void reportProblem(ArrayRef<RuleOp> rules, const RuleProblem &problem);
  void resolveOrigins();
  std::optional<Sharding> resolve(const Origin &origin,
                                  ArrayRef<NamedTensorInterface> users);
  void followVariable(Variable &slot);
  void splitUpdates();
  void splitInput(model::InputOp input);
  void layOut(NamedTensorInterface named, const Sharding &sharding,
              const Origin *origin);
  void replaceContainer();

  InFlightDiagnostic error(Location loc) {
    failed = true;
    return emitError(loc);
  }
  StringRef nameOf(unsigned variable) {
    return variables[variable].op.getSymName();
  }

  model::ProgramOp program;
  bool strict;
  /// From how many bytes on variables are split that no rule lays out; 0 for
  /// never.
  int64_t splitBytes;
  bool failed = false;
  SmallVector<LayoutMapOp> maps;
  SmallVector<NamedTensorInterface> declarations;
  /// The first map; the others agree with it.
  LayoutMapOp firstMap;
  Mesh mesh;
  SmallVector<Variable> variables;
  llvm::DenseMap<StringAttr, unsigned> variableOf;
  /// The layouts to write once everything is known to be right.
  llvm::MapVector<Operation *, std::pair<Sharding, const Origin *>> layouts;
  /// Explicit layouts of inputs and outputs.
  std::vector<std::unique_ptr<Origin>> ownOrigins;
};
} // namespace

//===----------------------------------------------------------------------===//
// Maps
//===----------------------------------------------------------------------===//

LogicalResult ProgramAttacher::checkSecondMap(LayoutMapOp map) {
  auto refuse = [&](const Twine &what) -> LogicalResult {
    error(map.getLoc()).append(what).attachNote(firstMap.getLoc())
        << "the first map is here";
    return failure();
  };
  if (map.getMesh() != firstMap.getMesh())
    return error(map.getLoc())
               .append("a second layout map is on the mesh ", map.getMesh(),
                       ", expected that of the first, ", firstMap.getMesh())
               .attachNote(firstMap.getLoc())
           << "the first map is here";
  if (map.getStrategy() == StrategyKind::DataParallel ||
      firstMap.getStrategy() == StrategyKind::DataParallel)
    return refuse("two layout maps of which one is data parallel, which lays "
                  "out every variable; leave one of them out");
  if (map.getBatchAxis() != firstMap.getBatchAxis())
    return refuse(Twine("a second layout map splits the batch over \"") +
                  map.getBatchAxis() + "\", the first over \"" +
                  firstMap.getBatchAxis() + "\"");
  return success();
}

/// Finds everything that layouts concern in one walk over the program, which
/// may have millions of operations.
void ProgramAttacher::collect() {
  for (Operation &op : program.getBody().front()) {
    if (op.getNumOperands() || op.getNumResults())
      continue;
    if (auto map = dyn_cast<LayoutMapOp>(op))
      maps.push_back(map);
    else if (auto named = dyn_cast<NamedTensorInterface>(op))
      declarations.push_back(named);
  }
}

LogicalResult ProgramAttacher::checkMaps() {
  if (maps.empty())
    return program.emitOpError("has no layout map to attach");
  firstMap = maps.front();
  for (LayoutMapOp map : ArrayRef(maps).drop_front())
    if (mlir::failed(checkSecondMap(map)))
      return failure();
  mesh = firstMap.getMesh().getMesh();
  return success();
}

//===----------------------------------------------------------------------===//
// Matching
//===----------------------------------------------------------------------===//

std::optional<Origin> ProgramAttacher::readExplicit(Operation *op) {
  Attribute attr = op->getDiscardableAttr(kLayoutAttr);
  if (!attr)
    return std::nullopt;
  if (auto dims = readDims(attr))
    return Origin{op, StringAttr::get(op->getContext(), kExplicit),
                  std::move(*dims)};
  error(op->getLoc()) << "'" << kLayoutAttr << "' is " << attr
                      << ", expected an array of arrays of axis names";
  return std::nullopt;
}

void ProgramAttacher::collectVariables() {
  for (NamedTensorInterface named : declarations) {
    auto op = dyn_cast<model::VariableOp>(named.getOperation());
    if (!op)
      continue;
    variableOf[op.getSymNameAttr()] = variables.size();
    variables.push_back({op, readExplicit(op), std::nullopt});
  }
}

/// Whether rules are looked up for a variable, and as what.
static std::optional<RulePath::Kind> classifyPath(model::VariableOp variable) {
  switch (variable.getKind()) {
  case model::VariableKind::Trainable:
  case model::VariableKind::NonTrainable:
    return RulePath::Kind::Variable;
  case model::VariableKind::Optimizer:
    return variable.getSlotOf() ? RulePath::Kind::Slot : RulePath::Kind::State;
  case model::VariableKind::Metric:
  case model::VariableKind::Seed:
    return std::nullopt;
  }
  llvm_unreachable("unknown variable kind");
}

SmallVector<unsigned>
ProgramAttacher::collectPaths(SmallVectorImpl<RulePath> &paths) {
  SmallVector<unsigned> variableOfPath;
  SmallVector<unsigned> pathOfVariable(variables.size());
  for (auto [index, variable] : llvm::enumerate(variables)) {
    auto kind = classifyPath(variable.op);
    if (!kind)
      continue;
    pathOfVariable[index] = paths.size();
    variableOfPath.push_back(index);
    paths.push_back({variable.op.getSymName(), *kind, 0, variable.isScalar(),
                     variable.origin && !variable.origin->isRule()});
  }
  for (auto [path, index] : llvm::zip_equal(paths, variableOfPath)) {
    if (path.kind != RulePath::Kind::Slot)
      continue;
    unsigned owner = variableOf[variables[index].op.getSlotOfAttr().getAttr()];
    // A slot of a metric or a seed belongs to no variable that rules name.
    if (classifyPath(variables[owner].op) == RulePath::Kind::Variable)
      path.owner = pathOfVariable[owner];
    else
      path.kind = RulePath::Kind::State;
  }
  return variableOfPath;
}

void ProgramAttacher::takeRule(Variable &variable, RuleOp rule) {
  if (!variable.origin) {
    variable.origin =
        Origin{rule, rule.getKeyAttr(), *readDims(rule.getDims())};
    return;
  }
  InFlightDiagnostic diag = error(rule.getLoc());
  diag << "rule " << rule.getKeyAttr() << " lays out "
       << variable.op.getSymNameAttr()
       << ", which another layout map has laid out already";
  diag.attachNote(variable.origin->op->getLoc())
      << "by rule " << variable.origin->key << " here";
  diag.attachNote(variable.op.getLoc()) << "the variable is declared here";
}

void ProgramAttacher::matchMap(LayoutMapOp map) {
  auto rules = llvm::to_vector(map.getBody().getOps<RuleOp>());
  if (map.getStrategy() == StrategyKind::DataParallel) {
    for (RuleOp rule : rules)
      error(rule.getLoc())
              .append("rule ", rule.getKeyAttr(),
                      " stands in a data-parallel map, which replicates every "
                      "variable")
              .attachNote()
          << "take the strategy model_parallel, or leave the rule out";
    return;
  }
  SmallVector<RulePath> paths;
  SmallVector<unsigned> variableOfPath = collectPaths(paths);
  auto keys = llvm::map_to_vector(rules, [](RuleOp op) { return op.getKey(); });
  RuleMatches matches = matchRules(keys, paths);
  for (RuleProblem &problem : matches.problems) {
    for (unsigned &path : problem.paths)
      path = variableOfPath[path];
    reportProblem(rules, problem);
  }
  for (auto [rule, index] : llvm::zip_equal(matches.ruleOf, variableOfPath))
    if (rule)
      takeRule(variables[index], rules[*rule]);
}

void ProgramAttacher::reportProblem(ArrayRef<RuleOp> rules,
                                    const RuleProblem &problem) {
  RuleOp rule = rules[problem.rule], other = rules[problem.other];
  auto noteVariables = [&](InFlightDiagnostic &diag) {
    for (unsigned variable : ArrayRef(problem.paths).take_front(kMaxNotes))
      diag.attachNote(variables[variable].op.getLoc())
          << "variable \"" << nameOf(variable) << "\" is declared here";
    if (problem.paths.size() > kMaxNotes)
      diag.attachNote() << "and for " << problem.paths.size() - kMaxNotes
                        << " more variables";
  };
  switch (problem.kind) {
  case RuleProblem::Kind::DuplicateKey:
    error(rule.getLoc())
            .append("rule ", rule.getKeyAttr(),
                    " has the key of an earlier rule")
            .attachNote(other.getLoc())
        << "the earlier rule is here";
    return;
  case RuleProblem::Kind::InvalidPattern:
    error(rule.getLoc()) << "rule " << rule.getKeyAttr()
                         << " is neither the path of a variable nor a regular "
                            "expression: "
                         << problem.detail;
    return;
  case RuleProblem::Kind::LimitExceeded: {
    InFlightDiagnostic diag = error(rule.getLoc());
    diag << "rule " << rule.getKeyAttr()
         << " exceeds the limits of matching on \"" << nameOf(problem.paths[0])
         << "\"; write it without nested repetition";
    return noteVariables(diag);
  }
  case RuleProblem::Kind::Ambiguous: {
    InFlightDiagnostic diag = error(rule.getLoc());
    diag << "rules " << other.getKeyAttr() << " and " << rule.getKeyAttr()
         << " both match \"" << nameOf(problem.paths[0])
         << "\"; narrow one of them, or give the path a rule of its own";
    diag.attachNote(other.getLoc()) << "the first rule is here";
    return noteVariables(diag);
  }
  case RuleProblem::Kind::Unused:
    (strict ? error(rule.getLoc()) : emitWarning(rule.getLoc()))
        << "rule " << rule.getKeyAttr() << " lays out no variable";
    return;
  }
}

//===----------------------------------------------------------------------===//
// Layouts
//===----------------------------------------------------------------------===//

std::optional<Sharding>
ProgramAttacher::resolve(const Origin &origin,
                         ArrayRef<NamedTensorInterface> users) {
  SmallVector<std::string> problems;
  std::optional<Sharding> sharding = resolveLayout(mesh, origin.dims, problems);
  auto getName = [](NamedTensorInterface named) {
    return SymbolTable::getSymbolName(named);
  };
  for (const std::string &problem : problems) {
    InFlightDiagnostic diag = error(origin.op->getLoc());
    diag << origin.describe() << " " << problem;
    if (origin.isRule() && !users.empty())
      diag.attachNote(users[0]->getLoc())
          << "for " << getName(users[0]) << ", declared here";
  }
  if (!sharding)
    return std::nullopt;
  // One error for each fault of the rule; whom else it concerns are notes.
  std::optional<InFlightDiagnostic> diag;
  size_t concerned = 0;
  for (NamedTensorInterface named : users) {
    auto faults = checkLayout(mesh, *sharding, getName(named).getValue(),
                              named.getTensorType().getShape());
    if (faults.empty())
      continue;
    if (++concerned > kMaxNotes)
      continue;
    for (const LayoutFault &fault : faults) {
      if (!diag) {
        diag.emplace(error(origin.op->getLoc()));
        *diag << origin.describe() << " " << fault.message;
        diag->attachNote() << fault.wayOut;
      } else {
        diag->attachNote() << "it also " << fault.message;
      }
    }
    diag->attachNote(named.getLoc())
        << getName(named) << " is declared here, with type "
        << named.getTensorType();
  }
  if (concerned > kMaxNotes)
    diag->attachNote() << "and so for " << concerned - kMaxNotes
                       << " more variables";
  return concerned ? std::nullopt : sharding;
}

void ProgramAttacher::resolveOrigins() {
  llvm::MapVector<Operation *, SmallVector<unsigned>> usersOf;
  for (auto [index, variable] : llvm::enumerate(variables))
    if (variable.origin)
      usersOf[variable.origin->op].push_back(index);
  // Rules that nobody takes are checked too.
  for (LayoutMapOp map : maps)
    for (RuleOp rule : map.getBody().getOps<RuleOp>())
      if (map.getStrategy() == StrategyKind::ModelParallel)
        usersOf[rule];
  for (auto &[op, users] : usersOf) {
    SmallVector<NamedTensorInterface> named;
    for (unsigned user : users)
      named.push_back(variables[user].op);
    std::optional<Sharding> sharding;
    if (users.empty()) {
      auto rule = cast<RuleOp>(op);
      resolve({op, rule.getKeyAttr(), *readDims(rule.getDims())}, {});
    } else {
      sharding = resolve(*variables[users[0]].origin, named);
    }
    for (unsigned user : users)
      variables[user].sharding = sharding;
  }
}

void ProgramAttacher::followVariable(Variable &slot) {
  Variable &owner = variables[variableOf[slot.op.getSlotOfAttr().getAttr()]];
  unsigned rank = slot.getShape().size();
  if (!owner.sharding || owner.sharding->isReplicated()) {
    slot.sharding = Sharding::replicated(rank);
    return;
  }
  SlotDims dims = matchSlotDims(owner.getShape(), slot.getShape());
  if (dims.kind == SlotDims::Kind::Matched) {
    slot.sharding = takeSlotDims(*owner.sharding, dims);
    if (!slot.sharding->isReplicated())
      slot.origin = owner.origin;
    return;
  }
  slot.sharding = Sharding::replicated(rank);
  InFlightDiagnostic diag = emitWarning(slot.op.getLoc());
  diag << "slot " << slot.op.getSymNameAttr() << " is replicated: its type "
       << slot.op.getTensorType()
       << (dims.kind == SlotDims::Kind::Ambiguous
               ? " can be more than one part of "
               : " is no part of ")
       << owner.op.getSymNameAttr() << ", of type " << owner.op.getTensorType();
  diag.attachNote(owner.op.getLoc())
      << "the variable, split as "
      << mlir::shardwise::toString(mesh, *owner.sharding)
      << ", is declared here";
  diag.attachNote() << "a rule for the slot's own path splits it";
}

/// Splits large trainable variables of which no rule speaks, for each device to
/// update a part.
void ProgramAttacher::splitUpdates() {
  unsigned axis = *mesh.findAxis(firstMap.getBatchAxis());
  int64_t parts = mesh.getAxes()[axis].size;
  for (Variable &variable : variables) {
    RankedTensorType type = variable.op.getTensorType();
    int64_t bytes = llvm::divideCeil(type.getElementTypeBitWidth(), 8) *
                    type.getNumElements();
    if (variable.origin ||
        variable.op.getKind() != model::VariableKind::Trainable ||
        bytes < splitBytes || parts == 1)
      continue;
    auto dim = llvm::find_if(type.getShape(),
                             [&](int64_t size) { return size % parts == 0; });
    if (dim == type.getShape().end())
      continue;
    variable.sharding = Sharding::replicated(type.getRank());
    variable.sharding->dims[dim - type.getShape().begin()] =
        mesh.getAxisAtoms(axis);
  }
}

void ProgramAttacher::splitInput(model::InputOp input) {
  RankedTensorType type = input.getTensorType();
  Sharding sharding = Sharding::replicated(type.getRank());
  unsigned axis = *mesh.findAxis(firstMap.getBatchAxis());
  int64_t parts = mesh.getAxes()[axis].size;
  if (type.getRank() != 0)
    sharding.dims[0] = mesh.getAxisAtoms(axis);
  if (type.getRank() != 0 && type.getDimSize(0) % parts != 0) {
    InFlightDiagnostic diag = error(input.getLoc());
    diag << "dimension 0 of input " << input.getSymNameAttr() << ", of size "
         << type.getDimSize(0) << ", does not divide into " << parts
         << " parts over the batch axis " << firstMap.getBatchAxisAttr();
    diag.attachNote(firstMap.getLoc()) << "the layout map is here";
    diag.attachNote() << "export the step with a batch that is a multiple of "
                      << parts << ", or take a mesh on which "
                      << firstMap.getBatchAxisAttr() << " has a size that "
                      << "divides " << type.getDimSize(0);
    return;
  }
  layOut(input, sharding, nullptr);
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

void ProgramAttacher::layOut(NamedTensorInterface named,
                             const Sharding &sharding, const Origin *origin) {
  layouts[named] = {sharding, origin};
}

void ProgramAttacher::replaceContainer() {
  MeshAttr meshAttr = firstMap.getMesh();
  StringAttr typeName = StringAttr::get(program.getContext(), "type");
  for (auto &[op, layout] : layouts) {
    auto &[sharding, origin] = layout;
    RankedTensorType type = cast<NamedTensorInterface>(op).getTensorType();
    type = withSharding(type, ShardingAttr::get(meshAttr, sharding));
    op->setAttr(typeName, TypeAttr::get(type));
    op->removeDiscardableAttr(kLayoutAttr);
    if (!origin)
      continue;
    op->setDiscardableAttr(kRuleAttr, origin->key);
    op->setDiscardableAttr(kRuleLocAttr, LocationAttr(origin->op->getLoc()));
  }
  for (LayoutMapOp map : maps)
    map.erase();
  OpBuilder builder(program);
  auto laidOut = ProgramOp::create(builder, program.getLoc(),
                                   program.getSymNameAttr(), meshAttr);
  laidOut->setDiscardableAttrs(program->getDiscardableAttrDictionary());
  laidOut.getBody().takeBody(program.getBody());
  program.erase();
}

LogicalResult ProgramAttacher::run() {
  collect();
  if (mlir::failed(checkMaps()))
    return failure();
  collectVariables();
  for (LayoutMapOp map : maps)
    matchMap(map);
  resolveOrigins();
  if (splitBytes)
    splitUpdates();
  for (Variable &variable : variables) {
    if (!variable.origin && variable.op.getSlotOf())
      followVariable(variable);
    else if (!variable.origin && !variable.sharding)
      variable.sharding = Sharding::replicated(variable.getShape().size());
    if (variable.sharding)
      layOut(variable.op, *variable.sharding,
             variable.origin ? &*variable.origin : nullptr);
  }
  for (NamedTensorInterface named : declarations) {
    Operation *op = named;
    if (isa<model::VariableOp>(op))
      continue;
    if (auto origin = readExplicit(op)) {
      ownOrigins.push_back(std::make_unique<Origin>(std::move(*origin)));
      if (auto sharding = resolve(*ownOrigins.back(), named))
        layOut(named, *sharding, ownOrigins.back().get());
    } else if (auto input = dyn_cast<model::InputOp>(op)) {
      splitInput(input);
    } else {
      layOut(named, Sharding::replicated(named.getTensorType().getRank()),
             nullptr);
    }
  }
  if (failed)
    return failure();
  replaceContainer();
  return success();
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

/// Says why there is nothing to attach to in a program of a later phase.
static void refuseProgram(Operation *program) {
  if (isa<LocalProgramOp>(program)) {
    program->emitOpError("is partitioned: after partitioning there are only "
                         "shards, which no rule can match");
    return;
  }
  InFlightDiagnostic diag =
      program->emitOpError("has its layouts already: they are attached once");
  for (Operation &op : program->getRegion(0).front()) {
    if (auto map = dyn_cast<LayoutMapOp>(op))
      diag.attachNote(map.getLoc()) << "this map would be a second one";
    auto key = op.getAttrOfType<StringAttr>(kRuleAttr);
    auto loc = op.getAttrOfType<LocationAttr>(kRuleLocAttr);
    if (!key || !loc)
      continue;
    diag.attachNote(loc) << SymbolTable::getSymbolName(&op)
                         << " got its layout from rule " << key << " here";
    return;
  }
}

namespace {
struct AttachLayouts : public dist::impl::AttachLayoutsPassBase<AttachLayouts> {
  using AttachLayoutsPassBase::AttachLayoutsPassBase;

  void runOnOperation() override {
    SmallVector<model::ProgramOp> programs;
    bool failed = false;
    for (Operation &op : getOperation().getOps()) {
      if (auto program = dyn_cast<model::ProgramOp>(op)) {
        programs.push_back(program);
      } else if (isa<ProgramOp, ShardedProgramOp, LocalProgramOp>(op)) {
        refuseProgram(&op);
        failed = true;
      }
    }
    if (programs.empty() && !failed) {
      getOperation().emitOpError("has no 'model.program' to attach layouts to");
      failed = true;
    }
    for (model::ProgramOp program : programs)
      failed |=
          mlir::failed(ProgramAttacher(program, strict, splitBytes).run());
    if (failed)
      signalPassFailure();
  }
};
} // namespace
