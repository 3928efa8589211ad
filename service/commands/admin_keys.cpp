#include "service/commands/admin_keys.hpp"

#include "service/accounts/keys.hpp"
#include "service/cli/choice.hpp"
#include "service/store/erasure/erase.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <ostream>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;

// An upload is put, then named by a commit. Nothing takes a thousandth of this in between.
constexpr std::chrono::hours kUploading{1};

ExitCode write_key(int id, Console& console) {
  console.out << store::blobs::new_key_line(static_cast<std::uint8_t>(id));
  return ExitCode::Accepted;
}

ExitCode write_ledger_key(Console& console) {
  console.out << store::ledger::Signer::new_seed() << '\n';
  return ExitCode::Accepted;
}

ExitCode write_account_secret(Console& console) {
  console.out << accounts::Keys::new_secret() << '\n';
  return ExitCode::Accepted;
}

}  // namespace

ExitCode admin_keys_rotate(const AdminLine& line, Console& console) {
  auto blobs = open_blobs(line);
  if (!blobs) return refuse(console, "keys rotate", blobs.error());
  const auto rotated = blobs->blobs().rotate();
  if (!rotated) {
    return refuse(console, "keys rotate", {ExitCode::OurFault, rotated.error().what});
  }
  for (const auto& failure : rotated->failures) console.err << failure.what << '\n';
  console.err << fmt::format("{} wrapped anew by key {}, {} were, {} could not be\n",
                             rotated->rewrapped, blobs->ring.current_id(), rotated->already,
                             rotated->failures.size());
  return rotated->failures.empty() ? ExitCode::Accepted : ExitCode::Defects;
}

// What is named is read first: what is put after that is too young to be swept.
ExitCode admin_blobs_sweep(const AdminLine& line, Console& console) {
  const auto before = this_second() - kUploading;
  auto blobs = open_blobs(line);
  if (!blobs) return refuse(console, "blobs sweep", blobs.error());
  auto database = open_untouched(line);
  if (!database) return refuse(console, "blobs sweep", database.error());
  const auto named = database->read(store::erasure::named_blobs);
  if (!named) return refuse(console, "blobs sweep", {ExitCode::OurFault, named.error().detail});
  const auto swept = blobs->blobs().sweep(
      [&](const store::blobs::BlobId& id) { return named->contains(id.text()); }, before);
  if (!swept) return refuse(console, "blobs sweep", {ExitCode::OurFault, swept.error().what});
  console.err << fmt::format("{} orphans and {} parts of broken-off writing taken away\n",
                             swept->blobs, swept->parts);
  return ExitCode::Accepted;
}

void declare_admin_keys(CLI::App& app, AdminLine& line, Console& console) {
  CLI::App* const keys = app.add_subcommand("keys", "Make and change keys");
  keys->require_subcommand(1);

  const auto id = std::make_shared<int>(1);
  CLI::App* const fresh = keys->add_subcommand("new", "Write a line for the key file of the blobs");
  fresh->add_option("ID", *id, "1 to 255, one that is not in the file yet")
      ->required()
      ->check(cli::between(1, 255))
      ->type_name("");
  fresh->callback(
      [id, &line, &console] { line.chosen = [id, &console] { return write_key(*id, console); }; });

  CLI::App* const ledger = keys->add_subcommand("new-ledger", "Write the key file of the ledger");
  ledger->callback(
      [&line, &console] { line.chosen = [&console] { return write_ledger_key(console); }; });

  CLI::App* const secret =
      keys->add_subcommand("new-accounts", "Write the file of the secret of accounts");
  secret->callback(
      [&line, &console] { line.chosen = [&console] { return write_account_secret(console); }; });

  CLI::App* const rotate = keys->add_subcommand(
      "rotate", "Wrap every blob's key by the first of the key file; everything goes on meanwhile");
  add_blobs(*rotate, line);
  rotate->callback([&line, &console] {
    line.chosen = [&line, &console] { return admin_keys_rotate(line, console); };
  });
}

void declare_admin_blobs(CLI::App& app, AdminLine& line, Console& console) {
  CLI::App* const blobs = app.add_subcommand("blobs", "Look after the scans");
  blobs->require_subcommand(1);
  CLI::App* const sweep = blobs->add_subcommand("sweep", "Take away what no order names");
  add_database(*sweep, line);
  add_blobs(*sweep, line);
  sweep->callback([&line, &console] {
    line.chosen = [&line, &console] { return admin_blobs_sweep(line, console); };
  });
}

}  // namespace vermilion::service::commands
