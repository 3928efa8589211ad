#include "bench/service/a_demo.hpp"

#include "bench/service/times.hpp"
#include "service/demo/applicant.hpp"
#include "service/demo/stories.hpp"
#include "service/demo/visitor.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace vermilion::service_load {
namespace {

namespace fs = std::filesystem;
using service::demo::Visitor;

constexpr std::chrono::seconds kComesUpWithin{60};
// Half a minute is usual, five may pass under a sanitizer.
constexpr std::chrono::seconds kIsFilledWithin{600};

std::vector<std::string> line_of(const Place& place) {
  std::vector<std::string> line{place.program,     "demo",
                                "--folder",        place.folder,
                                "--port",          std::to_string(place.port),
                                "--partners-port", std::to_string(place.partners_port)};
  if (place.sandbox) line.insert(line.end(), {"--sandbox", *place.sandbox});
  return line;
}

pid_t started(const std::vector<std::string>& arguments, const fs::path& output) {
  std::vector<char*> pointers;
  for (const auto& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, 1, 2);
  pid_t pid = -1;
  const int failed = posix_spawn(&pid, pointers[0], &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + arguments.front());
  return pid;
}

// Fields of /proc/PID/stat behind the name in brackets, which may hold anything.
std::vector<std::string> stat_of(const std::string& pid) {
  const std::string text = text_of("/proc/" + pid + "/stat");
  const auto end = text.rfind(')');
  if (end == std::string::npos) return {};
  std::istringstream fields(text.substr(end + 1));
  return {std::istream_iterator<std::string>(fields), {}};
}

double cpu_s_of(const std::vector<std::string>& stat) {
  if (stat.size() < 13) return 0;
  return (std::stod(stat[11]) + std::stod(stat[12])) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::vector<pid_t> children_of(pid_t pid) {
  std::vector<pid_t> children;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const auto stat = stat_of(name);
    if (stat.size() > 1 && stat[1] == std::to_string(pid)) children.push_back(std::stoi(name));
  }
  return children;
}

// Children and theirs: the zygote, and what it has forked.
double cpu_s_below(pid_t pid) {
  double sum = 0;
  for (const pid_t child : children_of(pid)) {
    sum += cpu_s_of(stat_of(std::to_string(child))) + cpu_s_below(child);
  }
  return sum;
}

}  // namespace

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

ADemo::ADemo(const Place& place)
    : place_(place), is_new_(!fs::exists(place.folder / "vermilion.db")) {
  fs::create_directories(place.folder);
  const auto begun = Clock::now();
  pid_ = started(line_of(place), place.folder / "said");
  await_answers(begun);
  if (is_new_) await_stories();
}

ADemo::~ADemo() {
  end();
}

int ADemo::end() {
  if (pid_ < 0) return 0;
  int status = 0;
  kill(pid_, SIGTERM);
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

bool ADemo::lives() const {
  return waitpid(pid_, nullptr, WNOHANG) == 0;
}

void ADemo::await_answers(Clock::time_point begun) {
  Visitor visitor(place_.port);
  const auto until = Clock::now() + kComesUpWithin;
  while (Clock::now() < until && lives()) {
    try {
      if (visitor.ask("GET", "/livez", {}, {}).status == 200) {
        came_up_in_ = std::chrono::milliseconds(static_cast<long>(ms_since(begun)));
        return must_be_ours();
      }
    } catch (const service::demo::OffTheScript&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  throw std::runtime_error("the demonstration does not come up:\n" + said());
}

// Another program's answer is none: whoever finds the port taken ends soon.
void ADemo::must_be_ours() const {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  if (!lives()) throw std::runtime_error("somebody else answers there:\n" + said());
}

void ADemo::await_stories() const {
  const auto until = Clock::now() + kIsFilledWithin;
  const auto told = [this] {
    const std::string text = said();
    std::size_t count = 0;
    for (auto at = text.find("\ndemo: "); at != std::string::npos;
         at = text.find("\ndemo: ", at + 1)) {
      ++count;
    }
    return count;
  };
  while (told() < service::demo::stories().size()) {
    if (Clock::now() > until || !lives()) {
      throw std::runtime_error("the demonstration is not filled:\n" + said());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
}

double ADemo::resident_mib() const {
  const std::string status = text_of(fmt::format("/proc/{}/status", pid_));
  const auto at = status.find("VmRSS:");
  return at == std::string::npos ? 0 : std::stod(status.substr(at + 6)) / 1024;
}

double ADemo::api_cpu_s() const {
  return cpu_s_of(stat_of(std::to_string(pid_)));
}

double ADemo::workers_cpu_s() const {
  return cpu_s_below(pid_);
}

std::vector<pid_t> ADemo::workers() const {
  std::vector<pid_t> all;
  for (const pid_t child : children_of(pid_)) {
    const auto forked = children_of(child);
    all.insert(all.end(), forked.begin(), forked.end());
  }
  return all;
}

std::string ADemo::metrics() const {
  return Visitor(place_.port).ask("GET", "/metrics", {}, {}).body;
}

double ADemo::metric(const std::string& name) const {
  std::istringstream lines(metrics());
  double sum = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name)) sum += std::stod(line.substr(line.rfind(' ') + 1));
  }
  return sum;
}

std::string ADemo::said() const {
  return text_of(place_.folder / "said");
}

std::string ADemo::log() const {
  return text_of(place_.folder / "vermilion.log");
}

std::string ADemo::api_key() const {
  const std::string line = text_of(place_.folder / "api.key");
  return line.substr(0, line.find('\n'));
}

std::vector<ADemo::Account> ADemo::applicants() const {
  std::vector<Account> accounts;
  for (std::size_t i = 0; i < service::demo::kApplicants; ++i) {
    const auto who = service::demo::invented(service::demo::kFirstSeed + i);
    accounts.push_back({who.credit_code, who.mobile});
  }
  return accounts;
}

}  // namespace vermilion::service_load
