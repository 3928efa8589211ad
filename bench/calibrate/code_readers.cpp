#include "bench/calibrate/code_readers.hpp"

#include "pipeline/codec/decode.hpp"
#include "pipeline/credit_code/reader.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/limits.hpp"
#include "pipeline/models.hpp"

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

template <class Model>
Result<Model> model(const ModelFolder& folder, std::string_view name) {
  return folder.read(name).and_then([](const auto& file) { return Model::parse(file); });
}

}  // namespace

Result<CodeReaders> CodeReaders::create(const std::filesystem::path& models) {
  const auto folder = ModelFolder::open(models);
  if (!folder) return tl::make_unexpected(folder.error());
  auto turn = model<page::TurnNet>(*folder, "turn");
  if (!turn) return tl::make_unexpected(turn.error());
  auto glyphs = model<credit_code::GlyphNet>(*folder, "glyphs");
  if (!glyphs) return tl::make_unexpected(glyphs.error());
  auto localiser = model<credit_code::Localiser>(*folder, "code_localiser");
  if (!localiser) return tl::make_unexpected(localiser.error());
  auto lines = model<credit_code::LineNet>(*folder, "code_reader");
  if (!lines) return tl::make_unexpected(lines.error());
  return CodeReaders(Tools{.turn = std::move(*turn),
                           .glyphs = std::move(*glyphs),
                           .codes = {std::move(*localiser), std::move(*lines)}});
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
