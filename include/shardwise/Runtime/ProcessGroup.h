//===- ProcessGroup.h - The processes of one run ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which process of how many this is, as the launcher says through the
// environment, and an exchange of small host values among them. Every process
// has a connection to rank 0, through which all values go.
//
// What the environment must say, the first of these that is there:
//
//     RANK, WORLD_SIZE, LOCAL_RANK                       torchrun, or by hand
//     OMPI_COMM_WORLD_{RANK, SIZE, LOCAL_RANK}           mpirun
//     SLURM_PROCID, SLURM_STEP_NUM_TASKS, SLURM_LOCALID  srun
//
// with MASTER_ADDR and MASTER_PORT, which may be missing on a single host.
// Without any of them the process is alone.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_PROCESSGROUP_H
#define SHARDWISE_RUNTIME_PROCESSGROUP_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace shardwise::runtime {

class ProcessGroup {
public:
  /// A process that is alone.
  ProcessGroup() = default;
  ProcessGroup(ProcessGroup &&other) noexcept;
  ProcessGroup &operator=(ProcessGroup &&other) noexcept;
  ~ProcessGroup();

  /// What the environment says. `get` gives the value of a variable, empty
  /// where there is none.
  struct Place {
    int64_t rank = 0, size = 1, localRank = 0;
    std::string address;
    int64_t port = 0;
  };
  static llvm::Expected<Place>
  findPlace(llvm::function_ref<std::string(llvm::StringRef)> get);

  /// Connects the processes that the environment speaks of; waits at most
  /// `seconds` for all of them.
  static llvm::Expected<ProcessGroup> connect(const Place &place,
                                              unsigned seconds = 120);
  static llvm::Expected<ProcessGroup> connectFromEnvironment();

  int64_t getRank() const { return place.rank; }
  int64_t getSize() const { return place.size; }
  int64_t getLocalRank() const { return place.localRank; }

  /// Gives everybody the values of all, by rank. All processes must call it.
  llvm::Expected<std::vector<std::string>> allGather(llvm::StringRef value);

  /// The rank of a process that has ended, as far as this one sees; -1 if
  /// there is none. Only between exchanges.
  int64_t findLost() const;

private:
  void close();
  llvm::Error accept(unsigned seconds);
  llvm::Error connectToRoot(unsigned seconds);
  llvm::Error send(size_t peer, llvm::StringRef value);
  llvm::Expected<std::string> receive(size_t peer);
  /// The rank at the other end of a connection.
  int64_t getPeerRank(size_t peer) const {
    return place.rank == 0 ? int64_t(peer) + 1 : 0;
  }

  Place place;
  /// On rank 0 the connections to ranks 1, 2, ...; elsewhere that to rank 0.
  std::vector<int> sockets;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_PROCESSGROUP_H
