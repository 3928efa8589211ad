#include "tests/support/trained.hpp"

#include "pipeline/models.hpp"

#include <filesystem>
#include <stdexcept>

namespace vermilion::tests {
namespace {

std::vector<std::byte> model(std::string_view name) {
  const auto folder =
      pipeline::ModelFolder::open(std::filesystem::path(VERMILION_SOURCE_DIR) / "models");
  if (!folder) throw std::runtime_error(folder.error().detail);
  auto bytes = folder->read(name);
  if (!bytes) throw std::runtime_error(bytes.error().detail);
  return std::move(*bytes);
}

}  // namespace

const pipeline::page::TurnNet& turn_net() {
  static const auto net = pipeline::page::TurnNet::parse(model("turn")).value();
  return net;
}

const pipeline::credit_code::GlyphNet& glyph_net() {
  static const auto net = pipeline::credit_code::GlyphNet::parse(model("glyphs")).value();
  return net;
}

pipeline::credit_code::Localiser& localiser() {
  static auto net = pipeline::credit_code::Localiser::parse(model("code_localiser")).value();
  return net;
}

pipeline::credit_code::LineNet& line_net() {
  static auto net = pipeline::credit_code::LineNet::parse(model("code_reader")).value();
  return net;
}

pipeline::credit_code::TrainedReader& trained_reader() {
  using namespace pipeline::credit_code;
  static TrainedReader reader(Localiser::parse(model("code_localiser")).value(),
                              LineNet::parse(model("code_reader")).value());
  return reader;
}

}  // namespace vermilion::tests
