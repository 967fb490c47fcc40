//===- Transport.h - Processes that MPI has started -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_MPI_TRANSPORT_H
#define SHARDWISE_RUNTIME_MPI_TRANSPORT_H

#include "shardwise/Runtime/Transport.h"

namespace shardwise::runtime {

/// Starts MPI and connects the processes that its launcher has started, which
/// exchange data by MPI then. At most once in a process.
Expected<Processes> connectMPI(const ProcessGroup::Place &place,
                               unsigned seconds);

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_MPI_TRANSPORT_H
