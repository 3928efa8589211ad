#include "service/commands/admin_backup.hpp"

#include "service/cli/choice.hpp"
#include "service/store/backup/backup.hpp"
#include "service/store/backup/presence.hpp"

#include <CLI/App.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
namespace backup = store::backup;

std::string time_of(const backup::Manifest& manifest) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", manifest.made_at);
}

nlohmann::ordered_json json_of(const backup::Manifest& manifest) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::object();
  for (const auto& table : manifest.tables) rows[table.name] = table.rows;
  return {{"made_at", time_of(manifest)},
          {"schema", manifest.schema},
          {"head", {{"number", manifest.head.number}, {"hash", manifest.head.hash}}},
          {"rows", rows},
          {"blobs", manifest.blobs}};
}

Refusal refusal_of(const backup::Failure& failure) {
  switch (failure.fault) {
    case backup::Fault::Refused:
      return {ExitCode::WrongUse, failure.what};
    case backup::Fault::Damaged:
      return {ExitCode::Unreadable, failure.what};
    case backup::Fault::Failed:
      break;
  }
  return {ExitCode::OurFault, failure.what};
}

Opened<backup::Manifest> chosen_from(const AdminBackupOptions& options) {
  const auto all = backup::list(options.folder);
  if (!all) return tl::unexpected(refusal_of(all.error()));
  if (all->empty()) {
    return tl::unexpected(
        Refusal{ExitCode::WrongUse, fmt::format("there is no backup in {}", options.folder)});
  }
  if (options.at.empty()) return all->back();
  const auto found = std::ranges::find(*all, options.at, time_of);
  if (found != all->end()) return *found;
  return tl::unexpected(Refusal{
      ExitCode::WrongUse, fmt::format("there is no backup of {}; see backup list", options.at)});
}

Opened<void> must_be_idle(const AdminLine& line) {
  const auto in_use = backup::is_in_use(store::database::place_of(line.database));
  if (!in_use) return tl::unexpected(refusal_of(in_use.error()));
  if (!*in_use) return {};
  return tl::unexpected(Refusal{ExitCode::WrongUse,
                                fmt::format("{} is in use: stop the server first", line.database)});
}

void add_from(CLI::App& app, AdminBackupOptions& options) {
  app.add_option("--from", options.folder, "The folder of the backups")
      ->required()
      ->type_name("DIR");
}

}  // namespace

ExitCode admin_backup_make(const AdminBackupOptions& options, const AdminLine& line,
                           Console& console) {
  auto blobs = open_blobs(line);
  if (!blobs) return refuse(console, "backup make", blobs.error());
  auto database = open_untouched(line);
  if (!database) return refuse(console, "backup make", database.error());
  const auto made =
      backup::make({*database, *blobs->shelf}, blobs->ring, options.folder, this_second());
  if (!made) return refuse(console, "backup make", refusal_of(made.error()));
  console.out << json_of(*made).dump(2) << '\n';
  return ExitCode::Accepted;
}

ExitCode admin_backup_list(const AdminBackupOptions& options, Console& console) {
  const auto all = backup::list(options.folder);
  if (!all) return refuse(console, "backup list", refusal_of(all.error()));
  auto array = nlohmann::ordered_json::array();
  for (const auto& manifest : *all) array.push_back(json_of(manifest));
  console.out << array.dump(2) << '\n';
  return ExitCode::Accepted;
}

ExitCode admin_backup_forget(const AdminBackupOptions& options, const AdminLine& line,
                             Console& console) {
  const auto ring = read_blob_keys(line);
  if (!ring) return refuse(console, "backup forget", ring.error());
  const auto before = this_second() - std::chrono::days(options.keep_days);
  const auto forgotten = backup::forget(options.folder, *ring, before);
  if (!forgotten) return refuse(console, "backup forget", refusal_of(forgotten.error()));
  console.err << fmt::format("{} backups forgotten\n", *forgotten);
  return ExitCode::Accepted;
}

ExitCode admin_restore(const AdminBackupOptions& options, const AdminLine& line, Console& console) {
  if (const auto idle = must_be_idle(line); !idle) return refuse(console, "restore", idle.error());
  const auto manifest = chosen_from(options);
  if (!manifest) return refuse(console, "restore", manifest.error());
  auto blobs = open_blobs(line);
  if (!blobs) return refuse(console, "restore", blobs.error());
  auto database = open_untouched(line);
  if (!database) return refuse(console, "restore", database.error());
  const auto restored =
      backup::restore(*manifest, options.folder, blobs->ring, {*database, *blobs->shelf});
  if (!restored) return refuse(console, "restore", refusal_of(restored.error()));
  console.out << json_of(*manifest).dump(2) << '\n';
  console.err << "restored; begin a new file of marks, the old one knows a later end\n";
  return ExitCode::Accepted;
}

void declare_admin_backup(CLI::App& app, AdminLine& line, Console& console) {
  CLI::App* const all = app.add_subcommand("backup", "Copy everything while it is in use");
  all->require_subcommand(1);
  const auto options = std::make_shared<AdminBackupOptions>();

  CLI::App* const make = all->add_subcommand("make", "Make one more backup");
  make->add_option("--to", options->folder, "The folder of the backups")
      ->required()
      ->type_name("DIR");
  add_database(*make, line);
  add_blobs(*make, line);
  make->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] { return admin_backup_make(*options, line, console); };
  });

  CLI::App* const list = all->add_subcommand("list", "Say which backups there are");
  add_from(*list, *options);
  list->callback([options, &line, &console] {
    line.chosen = [options, &console] { return admin_backup_list(*options, console); };
  });

  CLI::App* const forget =
      all->add_subcommand("forget", "Destroy backups, and with them what was erased since");
  add_from(*forget, *options);
  forget->add_option("--keep-days", options->keep_days, "Those made in the last so many days stay")
      ->check(cli::between(0, 36'500))
      ->capture_default_str()
      ->type_name("N");
  add_blobs(*forget, line);
  forget->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      return admin_backup_forget(*options, line, console);
    };
  });
}

void declare_admin_restore(CLI::App& app, AdminLine& line, Console& console) {
  const auto options = std::make_shared<AdminBackupOptions>();
  CLI::App* const restore =
      app.add_subcommand("restore", "Bring a backup back, into an empty place of either database");
  add_from(*restore, *options);
  restore
      ->add_option("--at", options->at,
                   "Of which moment, as backup list says; the last unless said")
      ->type_name("TIME");
  add_database(*restore, line);
  add_blobs(*restore, line);
  restore->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] { return admin_restore(*options, line, console); };
  });
}

}  // namespace vermilion::service::commands
