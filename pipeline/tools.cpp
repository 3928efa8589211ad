#include "pipeline/tools.hpp"

#include "pipeline/models.hpp"

#include <string_view>
#include <utility>

namespace vermilion::pipeline {
namespace {

// The model of this name, read as what it is.
template <class Model>
Result<Model> model(const ModelFolder& folder, std::string_view name) {
  return folder.read(name).and_then([](const auto& file) { return Model::parse(file); });
}

}  // namespace

Result<Tools> tools_in(const std::filesystem::path& folder) {
  const auto models = ModelFolder::open(folder);
  if (!models) return tl::make_unexpected(models.error());
  auto turn = model<page::TurnNet>(*models, "turn");
  if (!turn) return tl::make_unexpected(turn.error());
  auto glyphs = model<credit_code::GlyphNet>(*models, "glyphs");
  if (!glyphs) return tl::make_unexpected(glyphs.error());
  auto localiser = model<credit_code::Localiser>(*models, "code_localiser");
  if (!localiser) return tl::make_unexpected(localiser.error());
  auto lines = model<credit_code::LineNet>(*models, "code_reader");
  if (!lines) return tl::make_unexpected(lines.error());
  return Tools{.turn = std::move(*turn),
               .glyphs = std::move(*glyphs),
               .codes = {std::move(*localiser), std::move(*lines)}};
}

}  // namespace vermilion::pipeline
