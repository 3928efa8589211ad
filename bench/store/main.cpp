// Measures what keeping orders costs: commands a second and how long one takes, on SQLite and on
// PostgreSQL; jobs claimed; entries verified. bench/README.md says what each row means.

#include "bench/store/load.hpp"
#include "service/store/database/migrations.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

namespace {

using namespace vermilion::storage_speed;
using namespace vermilion::service::store;

void print(const std::string& what, const Figures& figures) {
  std::cout << fmt::format("{:<28} {:>10.0f} {:>10.2f} {:>10.2f}\n", what, figures.per_s,
                           figures.median_ms, figures.p99_ms);
}

int measure(const database::Place& place, const std::string& name, int commands) {
  auto database = database::Database::open(place, {.sessions = 16});
  if (!database) {
    std::cerr << database.error().detail << "\n";
    return 1;
  }
  if (const auto ran = database::migrate(*database); !ran) {
    std::cerr << ran.error().detail << "\n";
    return 1;
  }
  for (const int writers : {1, 8}) {
    print(fmt::format("{}/commands/{}", name, writers), commands_of(*database, writers, commands));
  }
  print(fmt::format("{}/jobs/4", name), jobs_of(*database, 4));
  print(fmt::format("{}/verify", name), verify_of(*database, commands));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder = ".";
  std::string postgresql;
  int commands = 4000;
  CLI::App app("Measures what keeping orders costs");
  app.add_option("--folder", folder, "Where the file of SQLite is made: the disk that counts")
      ->check(CLI::ExistingDirectory);
  app.add_option("--postgresql", postgresql,
                 "An empty database besides: \"host=/run/postgresql user=x dbname=y\"");
  app.add_option("--commands", commands, "In each round")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);

  std::cout << fmt::format("{:<28} {:>10} {:>10} {:>10}\n", "", "a second", "median ms", "p99 ms");
  const std::filesystem::path file = std::filesystem::path(folder) / "store_bench.db";
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
  int failed = measure({database::Backend::Sqlite, file.string()}, "sqlite", commands);
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
  if (!postgresql.empty()) {
    failed |= measure({database::Backend::PostgreSql, postgresql}, "postgresql", commands);
  }
  return failed;
}
