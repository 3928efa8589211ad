#include "tests/service/store/a_postgresql.hpp"

#include "service/store/database/database.hpp"

#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <vector>

namespace vermilion::tests {
namespace {

namespace fs = std::filesystem;
namespace database = vermilion::service::store::database;

const fs::path kPrograms = "/usr/lib/postgresql/15/bin";

// PostgreSQL refuses to run as root; Debian's package makes a user for it.
const passwd* user_to_be() {
  if (::geteuid() != 0) return ::getpwuid(::geteuid());
  return ::getpwnam("postgres");
}

[[noreturn]] void become(const passwd* user, const std::vector<std::string>& command) {
  if (::geteuid() == 0) {
    const bool changed = ::initgroups(user->pw_name, user->pw_gid) == 0 &&
                         ::setgid(user->pw_gid) == 0 && ::setuid(user->pw_uid) == 0;
    if (!changed) ::_exit(126);
  }
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  if (::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(126);
  if (::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(126);
  ::execv(words.front(), words.data());
  ::_exit(127);
}

int start(const passwd* user, const std::vector<std::string>& command) {
  std::fflush(nullptr);  // what is buffered would be written twice
  const int process = ::fork();
  if (process == 0) become(user, command);
  return process;
}

void run(const passwd* user, const std::vector<std::string>& command) {
  int status = 0;
  ::waitpid(start(user, command), &status, 0);
  if (status != 0) throw std::runtime_error(command.front() + " failed");
}

fs::path a_folder_of(const passwd* user) {
  const fs::path parent = fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
  std::string name = (parent / "vermilion-pg-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  if (::geteuid() == 0 && ::chown(name.c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::runtime_error("cannot give the folder to postgres");
  }
  return name;
}

}  // namespace

const APostgreSql& APostgreSql::running() {
  static const APostgreSql kServer;
  return kServer;
}

APostgreSql::APostgreSql() {
  if (!fs::exists(kPrograms / "initdb")) {
    throw std::runtime_error("PostgreSQL 15 is not installed (postgresql-15)");
  }
  const passwd* user = user_to_be();
  if (user == nullptr) throw std::runtime_error("there is no user postgres");
  folder_ = a_folder_of(user);
  const std::string data = (folder_ / "data").string();
  run(user, {kPrograms / "initdb", "-D", data, "-A", "trust", "-U", "vermilion", "--no-sync", "-E",
             "UTF8", "--locale=C"});
  process_ = start(user, {kPrograms / "postgres", "-D", data, "-k", folder_.string(), "-c",
                          "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=120"});
  for (int tries = 0; tries < 200; ++tries) {
    if (database::Database::open({database::Backend::PostgreSql, where("postgres")})) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error("PostgreSQL does not come up");
}

APostgreSql::~APostgreSql() {
  ::kill(process_, SIGQUIT);
  ::waitpid(process_, nullptr, 0);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string APostgreSql::where(const std::string& name) const {
  return fmt::format("host={} user=vermilion dbname={}", folder_.string(), name);
}

void APostgreSql::create(const std::string& name) const {
  run(user_to_be(), {kPrograms / "createdb", "-h", folder_.string(), "-U", "vermilion", name});
}

}  // namespace vermilion::tests
