#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <map>
#include <mutex>
#include <string>

namespace vermilion::service::server {

// Who works next, where only so many work at once. Each client has a line of its own and the lines
// take turns, so that five hundred scans of one keep the one scan of another waiting for one turn
// and not for five hundred. Any number of threads.
class FairTurns {
 public:
  // `waiting_most` is of one client, so that nobody can fill the resources.
  FairTurns(unsigned at_once, unsigned waiting_most)
      : at_once_(at_once), waiting_most_(waiting_most) {}

  // The right to work; given back when it goes.
  class Turn {
   public:
    explicit Turn(FairTurns& turns);
    Turn(Turn&& other) noexcept;
    Turn& operator=(Turn&&) = delete;
    ~Turn();

   private:
    FairTurns* turns_;
    std::chrono::steady_clock::time_point begun_;
  };

  // Waits for its turn. Refused where the client's line is full: after how many seconds one place
  // of it should be free.
  [[nodiscard]] tl::expected<Turn, std::chrono::seconds> take(const std::string& client);

  [[nodiscard]] unsigned working() const;
  [[nodiscard]] unsigned waiting() const;

 private:
  struct Ticket {
    bool called = false;
  };
  using Line = std::list<Ticket*>;

  void call_next();
  void give_back(std::chrono::steady_clock::duration took);
  [[nodiscard]] std::chrono::seconds expected_wait(const Line& line) const;

  const unsigned at_once_;
  const unsigned waiting_most_;
  mutable std::mutex mutex_;
  std::condition_variable called_;
  std::map<std::string, Line> lines_;  // nobody waits in none of them
  std::string last_;                   // whose turn it was
  unsigned working_ = 0;
  unsigned waiting_ = 0;
  std::chrono::duration<double> usual_{0.2};  // how long a turn takes; learnt
};

}  // namespace vermilion::service::server
