//===- FactorSplit.cpp - How the factors of an operation split ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/FactorSplit.h"

using namespace mlir::shardwise;

FactorSplit::FactorSplit(const Mesh &mesh, const OpFactors &op)
    : mesh(mesh), op(op), splits(op.factors.size()) {}

uint32_t FactorSplit::getReduced() const {
  uint32_t reduced = 0;
  for (auto [factor, atoms] : llvm::zip_equal(op.factors, splits))
    if (factor.kind == FactorKind::Reduced)
      reduced |= atoms.mask();
  return reduced;
}

bool FactorSplit::extend(unsigned factor, AtomList part,
                         uint32_t allowedAtoms) {
  AtomList &known = splits[factor];
  if (part.isPrefixOf(known))
    return true;
  if (!known.isPrefixOf(part) || op.factors[factor].kind == FactorKind::Whole)
    return false;
  int64_t left = op.factors[factor].size / mesh.getSize(known);
  for (unsigned i = known.size(), e = part.size(); i < e; ++i) {
    unsigned atom = part[i];
    if (((used | ~allowedAtoms) >> atom & 1) ||
        left % mesh.getAtoms()[atom].size)
      return false;
    left /= mesh.getAtoms()[atom].size;
    known.push_back(atom);
    used |= 1u << atom;
  }
  return true;
}

void FactorSplit::clear(unsigned factor) {
  used &= ~splits[factor].mask();
  splits[factor] = AtomList();
}

void FactorSplit::normalize() {
  for (bool changed = op.hasProducts; changed;) {
    changed = false;
    for (const auto &list : op.dims) {
      bool full = true;
      for (uint8_t factor : list) {
        if (!full && !splits[factor].empty()) {
          clear(factor);
          changed = true;
        }
        full &= mesh.getSize(splits[factor]) == op.factors[factor].size;
      }
    }
  }
}

void FactorSplit::getDims(unsigned value,
                          llvm::MutableArrayRef<uint64_t> dims) const {
  for (auto [list, word] : llvm::zip_equal(op.getDims(value), dims)) {
    AtomList atoms;
    for (uint8_t factor : list)
      atoms.append(splits[factor]);
    word = atoms.getWord();
  }
}
