#pragma once

#include "service/effects/world.hpp"
#include "service/store/jobs/jobs.hpp"

#include <string>
#include <vector>

namespace vermilion::service::effects {

// Claims jobs, carries them and finishes them: what is to be said because of it is said in the
// transaction that ends the job, under its fence. One runner to a thread; any number of them, on
// any number of machines, share the work.
class Runner {
 public:
  // Both must outlive it. The name tells it from other runners.
  Runner(store::jobs::Jobs& jobs, World& world, std::string name,
         store::jobs::Lane lane = store::jobs::Lane::Any)
      : jobs_(jobs), world_(world), name_(std::move(name)), lane_(lane) {}

  // What is due, one after the other, until nothing is or `most` are done. While one is carried its
  // lease is kept alive; one that was lost all the same is somebody else's, and is let go. Gives
  // how many were done; an error is the database's.
  [[nodiscard]] store::database::Result<int> work(int most = 1000);

 private:
  store::database::Result<bool> carry_one();
  Outcome<Carried> outcome_of(const store::jobs::Claim& claim, const workflow::Order& order);
  store::database::Result<void> end(const store::jobs::Claim& claim,
                                    const Outcome<Carried>& outcome);
  store::database::Result<void> finish(const store::jobs::Claim& claim,
                                       const std::vector<store::orders::Message>& messages);

  store::jobs::Jobs& jobs_;
  World& world_;
  const std::string name_;
  const store::jobs::Lane lane_;
};

}  // namespace vermilion::service::effects
