//===- Transport.cpp - Processes that MPI has started ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// MPI moves the data and says where rank 0 listens; whether processes live is
// the monitor's affair, because MPI itself does not come back from a call when
// one has died. Its launcher ends all processes then. So that these can say
// why, a request to end waits for the next look while data are exchanged.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Runtime/MPI/Transport.h"
#include "shardwise/Runtime/CallWatch.h"
#include "shardwise/Support/Error.h"
#include <csignal>
#include <cstring>
#include <functional>
#include <mpi.h>
#include <optional>
#include <span>
#include <string_view>
#include <unistd.h>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

/// What one call of MPI takes.
static constexpr int64_t kMaxBytes = int64_t(1) << 30;
/// Tags that every MPI has.
static constexpr uint64_t kTags = 32767;
/// How often to ask without a pause, and how long the pauses are then.
static constexpr unsigned kBusyTests = 200;
static constexpr useconds_t kPauseMicroseconds = 100;

static Error check(int status, const char *call) {
  if (status == MPI_SUCCESS)
    return Error::success();
  char text[MPI_MAX_ERROR_STRING];
  int size = 0;
  MPI_Error_string(status, text, &size);
  return makeError("MPI: {} failed: {}", call, std::string_view(text, size));
}

//===----------------------------------------------------------------------===//
// Requests to end
//===----------------------------------------------------------------------===//

static volatile std::sig_atomic_t isEndRequested = 0;

namespace {
/// While one lives, SIGTERM is only noted.
class HeldRequests {
public:
  HeldRequests() {
    struct sigaction action{};
    action.sa_handler = [](int) { isEndRequested = 1; };
    sigaction(SIGTERM, &action, &before);
  }
  ~HeldRequests() {
    sigaction(SIGTERM, &before, nullptr);
    if (isEndRequested)
      raise(SIGTERM);
  }

private:
  struct sigaction before;
};

//===----------------------------------------------------------------------===//
// Exchanging
//===----------------------------------------------------------------------===//

class MPITransport final : public Transport {
public:
  MPITransport(ProcessMonitor &monitor, unsigned seconds)
      : monitor(monitor), seconds(seconds) {}
  ~MPITransport() override {
    // After a failure some do not come to the end.
    if (hasFailed || !monitor.isAllWell())
      return;
    CallWatch watch(&monitor, seconds);
    watch.run([] { return "ending MPI was given up"; }, [] { MPI_Finalize(); });
  }

  std::string_view getName() const override { return "MPI"; }
  Error exchange(uint64_t tag, std::span<const Parcel> outgoing,
                 std::span<const Parcel> incoming, StopReason stop) override {
    Error error = run(tag, outgoing, incoming, stop);
    hasFailed |= bool(error);
    return error;
  }

private:
  Error run(uint64_t tag, std::span<const Parcel> outgoing,
            std::span<const Parcel> incoming, StopReason stop);

  ProcessMonitor &monitor;
  unsigned seconds;
  bool hasFailed = false;
  /// From the first exchange.
  std::optional<HeldRequests> held;
  std::vector<MPI_Request> requests;
};
} // namespace

/// Calls `function(data, bytes)` for the pieces of a parcel.
static Error forEachPiece(const Parcel &parcel,
                          const std::function<Error(char *, int)> &function) {
  for (int64_t begin = 0; begin < parcel.bytes; begin += kMaxBytes)
    if (Error error = function(parcel.data + begin,
                               int(std::min(kMaxBytes, parcel.bytes - begin))))
      return error;
  return Error::success();
}

Error MPITransport::run(uint64_t tag, std::span<const Parcel> outgoing,
                        std::span<const Parcel> incoming, StopReason stop) {
  if (!held)
    held.emplace();
  int number = int(tag % kTags);
  requests.clear();
  for (const Parcel &parcel : incoming)
    if (Error error = forEachPiece(parcel, [&](char *data, int bytes) {
          return check(MPI_Irecv(data, bytes, MPI_BYTE, int(parcel.rank),
                                 number, MPI_COMM_WORLD,
                                 &requests.emplace_back()),
                       "MPI_Irecv");
        }))
      return error;
  for (const Parcel &parcel : outgoing)
    if (Error error = forEachPiece(parcel, [&](char *data, int bytes) {
          return check(MPI_Isend(data, bytes, MPI_BYTE, int(parcel.rank),
                                 number, MPI_COMM_WORLD,
                                 &requests.emplace_back()),
                       "MPI_Isend");
        }))
      return error;
  for (unsigned tests = 0;; ++tests) {
    int isDone = 0;
    if (Error error = check(MPI_Testall(int(requests.size()), requests.data(),
                                        &isDone, MPI_STATUSES_IGNORE),
                            "MPI_Testall"))
      return error;
    if (isDone)
      return Error::success();
    if (tests < kBusyTests)
      continue;
    usleep(kPauseMicroseconds);
    if (isEndRequested)
      return makeError("the launcher ends this process");
    if (std::string reason = stop(); !reason.empty())
      return makeError("{}", reason);
  }
}

//===----------------------------------------------------------------------===//
// Connecting
//===----------------------------------------------------------------------===//

/// Tells all processes under which address rank 0 listens.
static Error shareAddress(const ProcessGroup::Place &place,
                          std::string &address, int64_t &port) {
  struct {
    char address[MPI_MAX_PROCESSOR_NAME] = {};
    int64_t port = 0;
  } message;
  if (place.rank == 0) {
    // Several hosts know each other by name, unless the user says how.
    int size = 0;
    if (address.empty())
      MPI_Get_processor_name(message.address, &size);
    else
      std::strncpy(message.address, address.c_str(),
                   sizeof(message.address) - 1);
    message.port = port;
  }
  if (Error error = check(
          MPI_Bcast(&message, sizeof(message), MPI_BYTE, 0, MPI_COMM_WORLD),
          "MPI_Bcast"))
    return error;
  address = message.address;
  port = message.port;
  return Error::success();
}

Expected<Processes>
shardwise::runtime::connectMPI(const ProcessGroup::Place &place,
                               unsigned seconds) {
  int provided = 0, size = 0, rank = 0;
  if (Error error = check(
          MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided),
          "MPI_Init_thread"))
    return error;
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  if (size != place.size || rank != place.rank)
    return makeError(
        "MPI says that this is rank {} of {}, the environment says {} of {}: "
        "the launcher belongs to another MPI than the program",
        rank, size, place.rank, place.size);
  auto group = ProcessGroup::connect(
      place, seconds, [&](std::string &address, int64_t &port) {
        return shareAddress(place, address, port);
      });
  if (!group)
    return group.takeError();
  auto transport = std::make_unique<MPITransport>(group->getMonitor(), seconds);
  return Processes{std::move(*group), std::move(transport)};
}
