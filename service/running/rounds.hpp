#pragma once

#include "service/store/database/database.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace vermilion::service::running {

// Something that is done time and again. What it could not do, it says; the next round is another
// chance. Asked to stop, it ends soon.
struct Round {
  std::string name;  // "ask_after_partners"
  std::chrono::milliseconds every{};
  std::function<tl::expected<void, std::string>(const std::stop_token& stop)> walk;
  bool by_all = false;  // each program walks it: what it does is claimed by itself
};

// Walks all of them, each on a thread of its own so that a slow partner holds up nobody else. Of
// several programs that share the database one walks each round; a round that was walked shortly
// before this program began is not walked again.
class Rounds {
 public:
  using Complain = std::function<void(const std::string& round, const std::string& complaint)>;

  // The database must outlive it.
  Rounds(store::database::Database& database, std::vector<Round> rounds, Complain complain);
  // Asks all of them to stop and waits for them.
  ~Rounds();
  Rounds(const Rounds&) = delete;
  Rounds& operator=(const Rounds&) = delete;

  void ask_to_stop();
  void stop();

 private:
  void keep_walking(const Round& round, const std::stop_token& stop);
  void walk(const Round& round, const std::stop_token& stop);
  bool is_ours(const Round& round);

  store::database::Database& database_;
  const std::vector<Round> rounds_;
  Complain complain_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::vector<std::jthread> threads_;
};

}  // namespace vermilion::service::running
