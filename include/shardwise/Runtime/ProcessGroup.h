//===- ProcessGroup.h - The processes of one run ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which process of how many this is, as the launcher says through the
// environment, and an exchange of small host values among them. Every process
// has a connection to rank 0, through which all values go, and another for the
// news of the monitor.
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

#include "shardwise/Runtime/ProcessMonitor.h"
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace shardwise::runtime {

class ProcessGroup {
public:
  /// A process that is alone.
  ProcessGroup() = default;
  ProcessGroup(ProcessGroup &&) noexcept = default;
  ProcessGroup &operator=(ProcessGroup &&) noexcept = default;

  /// What the environment says. `get` gives the value of a variable, empty
  /// where there is none.
  struct Place {
    int64_t rank = 0, size = 1, localRank = 0;
    /// Where rank 0 listens; empty if nobody says which host that is.
    std::string address;
    int64_t port = 0;
    /// Whether MPI's launcher has started the processes.
    bool isMPI = false;
    /// Tells runs apart that meet at one port; 0 where no launcher says.
    uint64_t run = 0;
  };
  static Expected<Place>
  findPlace(const std::function<std::string(std::string_view)> &get);
  static Expected<Place> findPlaceInEnvironment();

  /// Tells all processes where rank 0 listens, which knows when it is called.
  using ShareAddress =
      const std::function<Error(std::string &address, int64_t &port)> &;
  /// Connects the processes of which `place` speaks; waits at most `seconds`
  /// for all of them, and later for each other. With `share`, rank 0 takes a
  /// free port.
  static Expected<ProcessGroup> connect(const Place &place,
                                        unsigned seconds = 120,
                                        ShareAddress share = nullptr);

  int64_t getRank() const { return place.rank; }
  int64_t getSize() const { return place.size; }
  int64_t getLocalRank() const { return place.localRank; }
  const Place &getPlace() const { return place; }
  /// How long processes wait for each other.
  unsigned getPatience() const { return patience; }
  /// The address under which others reach this process.
  std::string getOwnAddress() const;

  /// What the others do. Only if there are several.
  ProcessMonitor &getMonitor() const { return *monitor; }
  /// Says that this process gives up, so that the others need not wait.
  void fail(std::string_view reason) const {
    if (monitor)
      monitor->fail(reason);
  }

  /// Whether it does, by its own word or because processes have lost each
  /// other.
  bool hasFailed() const { return monitor && monitor->hasFailed(); }

  /// Gives everybody the values of all, by rank. All processes must call it.
  /// `what` says in messages what for.
  Expected<std::vector<std::string>> allGather(std::string_view value,
                                               const std::string &what);
  /// Ends in an error on all processes if one has a problem; it says the first.
  Error agree(Error own, const std::string &what);

private:
  Error accept(std::vector<Socket> &news, ShareAddress share);
  Error connectToRoot(std::vector<Socket> &news);
  Error explain(Error error, int64_t peer, const std::string &what) const;
  Error send(size_t peer, std::string_view value, const std::string &what);
  Expected<std::string> receive(size_t peer, const std::string &what);
  /// The rank at the other end of a connection.
  int64_t getPeerRank(size_t peer) const {
    return place.rank == 0 ? int64_t(peer) + 1 : 0;
  }

  Place place;
  unsigned patience = 120;
  /// On rank 0 the connections to ranks 1, 2, ...; elsewhere that to rank 0.
  std::vector<Socket> sockets;
  // After the sockets: what it says last comes before they close.
  std::unique_ptr<ProcessMonitor> monitor;
};

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_PROCESSGROUP_H
