#include "bench/calibrate/code_readers.hpp"

#include "pipeline/codec/decode.hpp"
#include "pipeline/credit_code/reader.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/limits.hpp"

#include <cmath>
#include <utility>

namespace vermilion::calibrate {
namespace {

using namespace pipeline;

credit_code::Sources print_of(Page& page, Tools& tools, Costs& costs) {
  return {.pyramid = &page.pyramid(),
          .light = &page.light(),
          .lines = &page.lines(),
          .symbols = {},
          .net = &tools.glyphs,
          .trained = nullptr,
          .tesseract = nullptr,
          .costs = &costs};
}

std::optional<Answer> answer_of(const credit_code::Reading& reading) {
  if (!reading.code) return std::nullopt;
  return Answer{reading.code->value, reading.code->confidence};
}

}  // namespace

Result<CodeReaders> CodeReaders::create(const std::filesystem::path& models) {
  return pipeline::tools_in(models).map(
      [](Tools&& tools) { return CodeReaders(std::move(tools)); });
}

CodeReaders::Answers CodeReaders::ask(std::span<const std::byte> bytes, std::string_view file) {
  const auto intake = intake::examine(bytes, file, limits::kFileBytesCeiling);
  if (!intake.header) return {};
  auto planes = codec::decode(bytes, *intake.header);
  if (!planes) return {};
  Costs costs;
  Page page(std::move(*planes), *intake.header, {}, tools_, costs);
  credit_code::Sources sources = print_of(page, tools_, costs);
  Answers answers;
  answers.light_reads = read(sources).code.has_value();
  answers.light = answers_of([&](double gate) {
    credit_code::Sources gated = sources;
    gated.confidence_min = gate;
    return answer_of(read(gated));
  });
  if (answers.light_reads) return answers;
  sources.trained = &tools_.codes;
  answers.trained = answers_of([&](double gate) {
    sources.likelihood_min = std::log(gate);
    return answer_of(read(sources));
  });
  return answers;
}

}  // namespace vermilion::calibrate
