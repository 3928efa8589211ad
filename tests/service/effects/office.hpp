#pragma once

#include "service/effects/partners.hpp"
#include "service/effects/reception.hpp"
#include "service/effects/runner.hpp"
#include "service/simulator/server.hpp"
#include "tests/service/store/orders/a_world.hpp"
#include "tests/support/temporary_folder.hpp"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace vermilion::tests {

// Makes certificates for tests: a number for each key, the same for the same.
class NumberingMaker final : public service::effects::CertificateMaker {
 public:
  service::effects::Outcome<workflow::Certificate> issue(const std::string& key,
                                                         const workflow::Order& order) override;
  service::effects::Outcome<void> revoke(const std::string& serial) override;

  std::map<std::string, std::string> made;  // serial, by key
  std::map<std::string, int> revoked;       // how often, by serial
};

// Orders in a store, the partners as they are played, and our side between them: runner and
// reception. Without a network the partners are asked in this process; with one they are asked
// over loopback, by the settings they wrote, and call back over it, too.
class Office {
 public:
  enum class Wire { None, Loopback };

  explicit Office(Backend backend, Wire wire = Wire::None);
  ~Office();

  // Whoever applies has an account, and a certificate to be reissued or renewed.
  void register_organisation(const std::string& credit_code, const std::string& old_serial);

  // An order of that organisation, spoken to in the words of stories: "applicant fill_form".
  // "outside …" is what happens beyond our walls: work, pay ATTEMPT, verify, invoices.
  // "see STAGE" looks where the order stands.
  void live(const std::string& order, const std::string& credit_code, const std::string& old_serial,
            std::string_view lines);

  // Everything that is due.
  int work();
  // Callbacks that piled up, given to the reception; over a wire they come by themselves.
  void deliver();
  service::effects::Hearing hear(const service::simulator::Callback& callback);

  workflow::Order order(const std::string& id);
  // Whether it comes so far, over a wire within some seconds.
  bool comes(const std::function<bool()>& it);
  bool comes_to(const std::string& id, workflow::Stage stage);
  std::vector<service::store::jobs::Job> dead();
  service::payment::Stamp stamp();
  std::uint16_t port() const;  // of the partners

  TemporaryFolder folder;
  AStore store;
  service::simulator::Partners partners;
  service::effects::World world;
  service::effects::Ears ears;
  NumberingMaker maker;
  service::store::jobs::Jobs jobs;
  service::effects::Reception reception;
  std::atomic<int> distrusted{0};
  std::atomic<int> callbacks{0};

 private:
  class Front;

  void use_wire();
  void use_no_wire();
  void tell(Journey& journey, const std::string& credit_code, std::string_view line);
  void outside(const std::string& order, const std::vector<std::string>& words);
  service::effects::Outcome<service::effects::Carried> in_house(const service::effects::Task& task);

  std::atomic<std::uint64_t> nonces_{0};
  int said_ = 0;
  std::unique_ptr<Front> front_;
  std::unique_ptr<service::simulator::Server> server_;
};

}  // namespace vermilion::tests
