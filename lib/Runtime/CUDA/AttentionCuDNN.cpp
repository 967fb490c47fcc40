//===- AttentionCuDNN.cpp - Attention by cuDNN ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Describes each attention as a graph of cuDNN's frontend, which picks the
// library's kernel for it. The frontend throws; nothing leaves this file. It is
// the only one that includes the frontend, which takes long to compile.
//
//===----------------------------------------------------------------------===//

#include "Attention.h"
#include "Check.h"
#include "CuDNN.h"
#include "shardwise/Support/Error.h"

// No JSON, no log: both cost time to compile, and nobody reads them.
#define CUDNN_FRONTEND_SKIP_JSON_LIB
#define NV_CUDNN_FRONTEND_DISABLE_LOGGING
#include <cudnn_frontend.h>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;
namespace fe = cudnn_frontend;
using fe::graph::Graph;
using fe::graph::Tensor_attributes;
using TensorPointer = std::shared_ptr<Tensor_attributes>;
using Tensor = AttentionShape::Tensor;

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

static std::string_view getTypeName(ElementType type) {
  return type == ElementType::BF16 ? "bf16" : "f16";
}

static std::string describe(const AttentionShape &shape) {
  return formatText(
      "{} of {} with batch {}, {} heads ({} of keys), {} queries, {} keys and "
      "{} and {} elements a head{}",
      shape.isGradient ? "the gradient of an attention" : "an attention",
      getTypeName(shape.type), shape.batch, shape.queryHeads, shape.keyHeads,
      shape.queries, shape.keys, shape.headDim, shape.valueDim,
      shape.isCausal ? ", causal" : "");
}

static Error makeRefusal(const AttentionShape &shape,
                         std::string_view message) {
  return makeError("cuDNN {} does not run {}: {}; a step compiled with "
                   "--attention=decomposed runs without it",
                   cudnnGetVersion(), describe(shape), message);
}

//===----------------------------------------------------------------------===//
// Graphs
//===----------------------------------------------------------------------===//

/// The number of the statistics among a command's buffers, behind the output.
/// All others have those of their tensors, moved by one behind it.
static constexpr int64_t kStatistics = Tensor::Output + 1;

static int64_t getBuffer(Tensor tensor) {
  return tensor <= Tensor::Output ? tensor : tensor + 1;
}

namespace {
/// Builds the graph of one shape.
class GraphBuilder {
public:
  explicit GraphBuilder(const AttentionShape &shape)
      : shape(shape), graph(std::make_shared<Graph>()) {
    graph
        ->set_io_data_type(shape.type == ElementType::BF16
                               ? fe::DataType_t::BFLOAT16
                               : fe::DataType_t::HALF)
        .set_intermediate_data_type(fe::DataType_t::FLOAT)
        .set_compute_data_type(fe::DataType_t::FLOAT);
  }

  std::shared_ptr<Graph> build() {
    if (shape.isGradient)
      buildBackward();
    else
      buildForward();
    return graph;
  }

private:
  std::vector<int64_t> getSizes(Tensor tensor) const {
    return {shape.batch, shape.getHeads(tensor), shape.getPositions(tensor),
            shape.getLastDim(tensor)};
  }
  std::vector<int64_t> getStrides(Tensor tensor) const {
    const AttentionShape::Strides &strides = shape.strides[tensor];
    return {strides.batch, strides.head, strides.position, 1};
  }

  TensorPointer read(Tensor tensor) {
    return graph->tensor(Tensor_attributes()
                             .set_uid(getBuffer(tensor))
                             .set_dim(getSizes(tensor))
                             .set_stride(getStrides(tensor)));
  }
  void write(const TensorPointer &result, Tensor tensor) {
    result->set_output(true)
        .set_uid(getBuffer(tensor))
        .set_dim(getSizes(tensor))
        .set_stride(getStrides(tensor));
  }
  /// Statistics are contiguous.
  void describeStatistics(Tensor_attributes &statistics) {
    int64_t row = shape.queries, batch = shape.queryHeads * row;
    statistics.set_uid(kStatistics)
        .set_data_type(fe::DataType_t::FLOAT)
        .set_dim({shape.batch, shape.queryHeads, shape.queries, 1})
        .set_stride({batch, row, 1, 1});
  }

  template <typename Attributes> void setCommon(Attributes &attributes) {
    attributes.set_attn_scale(static_cast<float>(shape.scale));
    if (shape.isCausal)
      attributes.set_diagonal_alignment(fe::DiagonalAlignment_t::TOP_LEFT)
          .set_diagonal_band_right_bound(0);
  }

  void buildForward() {
    auto attributes = fe::graph::SDPA_attributes().set_name("attention");
    attributes.set_generate_stats(true);
    setCommon(attributes);
    auto [output, statistics] =
        graph->sdpa(read(Tensor::Query), read(Tensor::Key), read(Tensor::Value),
                    attributes);
    write(output, Tensor::Output);
    describeStatistics(statistics->set_output(true));
  }

  void buildBackward() {
    auto attributes =
        fe::graph::SDPA_backward_attributes().set_name("attention_grad");
    attributes.set_deterministic_algorithm(shape.isDeterministic);
    setCommon(attributes);
    Tensor_attributes statistics;
    describeStatistics(statistics);
    auto [query, key, value] = graph->sdpa_backward(
        read(Tensor::Query), read(Tensor::Key), read(Tensor::Value),
        read(Tensor::Output), read(Tensor::OutputGradient),
        graph->tensor(statistics), attributes);
    write(query, Tensor::QueryGradient);
    write(key, Tensor::KeyGradient);
    write(value, Tensor::ValueGradient);
  }

  const AttentionShape &shape;
  std::shared_ptr<Graph> graph;
};
} // namespace

//===----------------------------------------------------------------------===//
// The runner
//===----------------------------------------------------------------------===//

namespace {
/// A shape as the library runs it.
struct PlannedAttention {
  AttentionShape shape;
  std::shared_ptr<Graph> graph;
  int64_t workspaceBytes = 0;
};

class CuDNNRunner final : public AttentionRunner {
public:
  ~CuDNNRunner() override {
    planned.clear();
    if (handle)
      cudnnDestroy(handle);
  }

  Error prepare(const std::vector<AttentionShape> &shapes);
  int64_t getWorkspaceBytes(size_t shape) const override {
    return planned[shape].workspaceBytes;
  }
  Error run(size_t shape, void *const *buffers, void *workspace,
            cudaStream_t stream) override;

private:
  Error plan(const AttentionShape &shape);
  Error setStream(cudaStream_t wanted);

  cudnnHandle_t handle = nullptr;
  cudaStream_t stream = nullptr;
  std::vector<PlannedAttention> planned;
};
} // namespace

static Error checkStatus(cudnnStatus_t status, const char *call, int line) {
  if (status == CUDNN_STATUS_SUCCESS)
    return Error::success();
  return makeCallError("cuDNN", call, cudnnGetErrorString(status),
                       __FILE_NAME__, line);
}

Error CuDNNRunner::plan(const AttentionShape &shape) {
  PlannedAttention attention{shape, nullptr};
  fe::error_t status;
  try {
    attention.graph = GraphBuilder(shape).build();
    status = attention.graph->build(handle, {fe::HeurMode_t::A});
    if (status.is_good())
      status = attention.graph->get_workspace_size(attention.workspaceBytes);
  } catch (const std::exception &exception) {
    return makeRefusal(shape, exception.what());
  }
  if (status.is_bad())
    return makeRefusal(shape, status.get_message());
  planned.push_back(std::move(attention));
  return Error::success();
}

Error CuDNNRunner::prepare(const std::vector<AttentionShape> &shapes) {
  if (Error error = loadCuDNN())
    return error;
  if (Error error = checkStatus(cudnnCreate(&handle), "cudnnCreate", __LINE__))
    return error;
  for (const AttentionShape &shape : shapes)
    if (Error error = plan(shape))
      return error;
  return Error::success();
}

Error CuDNNRunner::setStream(cudaStream_t wanted) {
  if (stream == wanted)
    return Error::success();
  stream = wanted;
  return checkStatus(cudnnSetStream(handle, wanted), "cudnnSetStream",
                     __LINE__);
}

Error CuDNNRunner::run(size_t shape, void *const *buffers, void *workspace,
                       cudaStream_t wanted) {
  if (Error error = setStream(wanted))
    return error;
  const PlannedAttention &attention = planned[shape];
  std::unordered_map<int64_t, void *> addresses;
  for (int64_t buffer = 0; buffer + 1 < attention.shape.getNumBuffers();
       ++buffer)
    addresses[buffer] = buffers[buffer];
  fe::error_t status;
  try {
    status = attention.graph->execute(handle, addresses, workspace);
  } catch (const std::exception &exception) {
    return makeRefusal(attention.shape, exception.what());
  }
  if (status.is_good())
    return Error::success();
  return makeCallError("cuDNN", "execute",
                       describe(attention.shape) + ": " + status.get_message(),
                       __FILE_NAME__, __LINE__);
}

Expected<std::unique_ptr<AttentionRunner>>
AttentionRunner::create(const std::vector<AttentionShape> &shapes) {
  auto runner = std::make_unique<CuDNNRunner>();
  if (Error error = runner->prepare(shapes))
    return error;
  return std::unique_ptr<AttentionRunner>(std::move(runner));
}
