#include "tests/service/commands/inspect_shell.hpp"

#include "service/commands/inspect.hpp"
#include "tests/support/outcomes.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <random>
#include <stdexcept>
#include <thread>

namespace vermilion::service::commands {
namespace {

using cli::ExitCode;

constexpr std::array kChecks{
    pipeline::CheckDescription{.id = "page_sharp", .general = true},
    pipeline::CheckDescription{.id = "document_kind_matches", .general = false},
};

pipeline::Report as_told(std::span<const std::byte> bytes, std::string_view file) {
  using pipeline::FindingCode;
  thread_local std::minstd_rand random(std::random_device{}());
  std::this_thread::sleep_for(std::chrono::microseconds(random() % 1000));
  const std::string_view told(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (told == "throw") throw std::runtime_error("the reader broke");
  if (told == "interrupt") std::raise(SIGINT);
  auto report = tests::a_readable_report(std::string(file));
  report.bytes = bytes.size();
  report.readable = told != "unreadable";
  report.costs = {{"decode", 1, 1'000'000}};
  if (told == "refer") report.findings = {pipeline::finding(FindingCode::ImgBlur)};
  if (told == "reject") report.findings = {pipeline::finding(FindingCode::SealNone)};
  if (told == "unreadable") report.findings = {pipeline::finding(FindingCode::FmtType)};
  report.facts.credit_code = {.value = "91110108551385082Q"};
  return report;
}

}  // namespace

ExitCode InspectShell::type(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "inspect");
  std::FILE* in = typed.empty() ? std::tmpfile() : fmemopen(typed.data(), typed.size(), "rb");
  cli::Console console{.in = in, .out = out, .err = err};
  const cli::Command commands[] = {{"inspect", "", [&](CLI::App& app, cli::Console& to) {
                                      return inspect(app, to, fake_pipeline());
                                    }}};
  const ExitCode code = cli::run(commands, arguments, console);
  std::fclose(in);
  return code;
}

Pipeline InspectShell::fake_pipeline() {
  return {.checks = kChecks,
          .make_inspect = [this](const auto& folder_of_models,
                                 const auto& by) -> pipeline::Result<batch::Inspect> {
            if (broken_models) return tl::make_unexpected(*broken_models);
            const std::lock_guard guard(mutex);  // readers are made on several threads
            models = folder_of_models;
            plan = by;
            return as_told;
          },
          .make_draw_overlay = [](const auto&, auto) -> batch::DrawOverlay {
            return [](auto, const auto& reviewed,
                      const auto& input) -> tl::expected<void, std::string> {
              std::ofstream(input.overlay_to) << reviewed.report.file;
              if (reviewed.judgement.verdict == rules::Verdict::Refer) {
                return tl::make_unexpected(std::string("disk full"));
              }
              return {};
            };
          }};
}

}  // namespace vermilion::service::commands
