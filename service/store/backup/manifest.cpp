#include "service/store/backup/manifest.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::store::backup {
namespace {

using nlohmann::json;

constexpr int kFormat = 1;

TableCopy table_of(const json& text) {
  return {text.at("name"), text.at("columns"), text.at("rows"), text.at("pages")};
}

json json_of(const TableCopy& table) {
  return {{"name", table.name},
          {"columns", table.columns},
          {"rows", table.rows},
          {"pages", table.pages}};
}

}  // namespace

std::string text_of(const Manifest& manifest) {
  json tables = json::array();
  for (const TableCopy& table : manifest.tables) tables.push_back(json_of(table));
  const json text{{"format", kFormat},
                  {"made_at", manifest.made_at.time_since_epoch().count()},
                  {"schema", manifest.schema},
                  {"head", {{"number", manifest.head.number}, {"hash", manifest.head.hash}}},
                  {"tables", tables},
                  {"blobs", {{"count", manifest.blobs}, {"pages", manifest.blob_pages}}}};
  return text.dump(1) + "\n";
}

Result<Manifest> manifest_of(std::string_view text) try {
  const json read = json::parse(text);
  if (read.at("format") != kFormat) {
    return tl::unexpected(Failure{Fault::Refused, "made by a newer program"});
  }
  Manifest manifest;
  manifest.made_at = std::chrono::sys_seconds(std::chrono::seconds(read.at("made_at")));
  manifest.schema = read.at("schema");
  manifest.head = {read.at("head").at("number"), read.at("head").at("hash")};
  for (const json& table : read.at("tables")) manifest.tables.push_back(table_of(table));
  manifest.blobs = read.at("blobs").at("count");
  manifest.blob_pages = read.at("blobs").at("pages");
  return manifest;
} catch (const json::exception& mistake) {
  return tl::unexpected(Failure{Fault::Damaged, mistake.what()});
}

}  // namespace vermilion::service::store::backup
