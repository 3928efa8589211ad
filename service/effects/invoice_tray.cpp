#include "service/effects/invoice_tray.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace vermilion::service::effects {
namespace {

namespace fs = std::filesystem;
using Kind = Failure::Kind;

std::string contents_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Our own ids only: no way out of the folder.
bool is_file_name(const std::string& order) {
  return !order.empty() && std::ranges::all_of(order, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  });
}

Outcome<void> put(const fs::path& file, const std::string& text) {
  std::error_code error;
  if (fs::exists(file, error)) return {};
  fs::create_directories(file.parent_path(), error);
  const fs::path before = file.string() + ".part";
  std::ofstream out(before, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out.good()) fs::rename(before, file, error);
  if (!out.good() || error) return failed(Kind::Later, "the request could not be written");
  return {};
}

workflow::Command note_of(const invoices::Issued& issued) {
  return {fmt::format("invoice/{}", issued.number),
          {workflow::Role::System, "tax_program"},
          workflow::NoteInvoice{issued.number}};
}

void read_one(const fs::path& result, const fs::path& request, Imported& imported) {
  const auto asked = invoices::read_requests(contents_of(request));
  if (!asked) {
    imported.complaints.push_back({0, result.stem().string(), "nobody asked for it"});
    return;
  }
  auto results = invoices::read_results(contents_of(result), *asked);
  for (const auto& issued : results.issued) imported.say.push_back({issued.order, note_of(issued)});
  std::ranges::move(results.complaints, std::back_inserter(imported.complaints));
}

}  // namespace

std::function<Outcome<void>(const invoices::Asked&)> invoice_tray(fs::path folder) {
  return [folder = std::move(folder)](const invoices::Asked& asked) -> Outcome<void> {
    if (!is_file_name(asked.order)) return failed(Kind::Never, "no file can be named so");
    const auto file = invoices::request_file(std::span(&asked, 1));
    if (!file) return failed(Kind::Never, file.error().why);
    return put(folder / "requests" / (asked.order + ".csv"), *file);
  };
}

Imported read_results(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder / "results", error)) {
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  Imported imported;
  for (const fs::path& file : files) {
    read_one(file, folder / "requests" / file.filename(), imported);
  }
  return imported;
}

}  // namespace vermilion::service::effects
