#pragma once

#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/store/blobs/blobs.hpp"
#include "service/store/blobs/disk.hpp"
#include "service/store/database/database.hpp"
#include "service/store/ledger/marks.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace vermilion::service::commands {

// What the subcommands of `vermilion admin` read alike, and the one that was typed. Outlives them.
struct AdminLine {
  std::string database = "vermilion.db";  // --database
  std::string blobs = "blobs";            // --blobs
  std::string blob_keys = "blobs.key";    // --blob-keys
  std::string marks = "ledger.marks";     // --marks
  std::string ledger_key = "ledger.key";  // --ledger-key
  std::function<cli::ExitCode()> chosen;
};

// Each reads one of them; the environment is asked where the line says nothing.
void add_database(CLI::App& app, AdminLine& line);
void add_blobs(CLI::App& app, AdminLine& line);  // and their keys
void add_marks(CLI::App& app, AdminLine& line);  // and their key

// Why not, and what the shell is told.
struct Refusal {
  cli::ExitCode code = cli::ExitCode::WrongUse;
  std::string why;
};
template <class T>
using Opened = tl::expected<T, Refusal>;

// With the tables of this program; those of an older one are brought up to date.
[[nodiscard]] Opened<store::database::Database> open_database(const AdminLine& line);
// As it is: nothing is made or changed.
[[nodiscard]] Opened<store::database::Database> open_untouched(const AdminLine& line);
[[nodiscard]] Opened<store::ledger::Marks> open_marks(const AdminLine& line);

// The shelf and what opens it.
struct OpenBlobs {
  std::unique_ptr<store::database::Database> database;
  std::unique_ptr<store::blobs::Disk> disk;
  std::unique_ptr<store::blobs::Shelf> shelf;
  store::blobs::KeyRing ring;

  store::blobs::Blobs blobs() { return {*shelf, ring}; }
};
[[nodiscard]] Opened<OpenBlobs> open_blobs(const AdminLine& line);
[[nodiscard]] Opened<store::blobs::KeyRing> read_blob_keys(const AdminLine& line);

// "vermilion admin backup: …" to stderr.
cli::ExitCode refuse(cli::Console& console, std::string_view command, const Refusal& refusal);

// Now, in whole seconds of UTC.
[[nodiscard]] std::chrono::sys_seconds this_second();

}  // namespace vermilion::service::commands
