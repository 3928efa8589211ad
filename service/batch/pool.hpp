#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace vermilion::service::batch {

// As many tools as are at work in the same moment: made when first wanted, kept for the next use.
template <class Tool>
class Pool {
 public:
  // `make` throws when it cannot; it may take its time.
  explicit Pool(std::function<Tool()> make) : make_(std::move(make)) {}

  // What `use` does with a tool of its own. A tool it throws on is thrown away, in whatever state
  // that has left it.
  template <class Use>
  auto lend(Use&& use) {
    Tool tool = take();
    auto result = use(tool);
    give(std::move(tool));
    return result;
  }

  // Adds one that is ready for work.
  void give(Tool tool) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(tool));
  }

 private:
  Tool take() {
    {
      const std::scoped_lock lock(mutex_);
      if (!idle_.empty()) {
        Tool tool = std::move(idle_.back());
        idle_.pop_back();
        return tool;
      }
    }
    return make_();  // outside the lock
  }

  std::function<Tool()> make_;
  std::mutex mutex_;
  std::vector<Tool> idle_;
};

}  // namespace vermilion::service::batch
