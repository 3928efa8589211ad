#pragma once

#include "service/review/desk.hpp"
#include "tests/service/store/orders/a_world.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// Orders in a database, reports a test has written, and the desk between them.
namespace vermilion::tests {

struct AFinding {
  std::string code;
  std::string level = "warn";
  std::string rule = {};  // else one made from the code
};

// A report as rules/report_json.hpp writes it, as far as the desk reads it.
nlohmann::ordered_json a_report(std::string_view verdict,
                                const std::vector<AFinding>& findings = {});

class FakeReports final : public service::review::Reports {
 public:
  void put(const std::string& order, const std::string& slot, const std::string& sha256,
           nlohmann::ordered_json report);

  std::optional<service::review::ShownReport> shown(const workflow::Order& order,
                                                    const std::string& slot) const override;
  std::optional<pipeline::Report> measured(const workflow::Order& order,
                                           const std::string& slot) const override;
  std::optional<std::int64_t> version_of(const std::string& order, const std::string& slot,
                                         const std::string& sha256) const override;
  std::vector<service::review::ReportKey> kept(std::int64_t from_ms, int most) const override;
  std::vector<service::review::ReportKey> latest(int most) const override;
  std::optional<std::string> read(const service::review::ReportKey& key) const override;

  std::map<std::string, pipeline::Report> measurements;                    // by order/slot
  std::vector<std::pair<service::review::ReportKey, std::string>> stored;  // the oldest first

 private:
  std::map<std::tuple<std::string, std::string, std::string>, nlohmann::ordered_json> shown_;
};

// The project of the rules beside the program that workflow's own tests are about.
std::shared_ptr<const rules::Project> the_project();

struct ADesk {
  explicit ADesk(Backend backend, int per_thousand = 0);

  // By the ordinary way to the queue, each scan accepted by the machine but what `found` says.
  workflow::Order submit(const std::string& order,
                         const std::map<std::string, nlohmann::ordered_json>& found = {},
                         const std::string& organisation = "91360600MA35DEM06M",
                         const std::string& name = "鹰潭市样例有限公司");
  // Replaces one scan of a rejected order and submits it again.
  workflow::Order submit_again(const std::string& order, const std::string& slot);

  workflow::Order order(const std::string& id);
  // May be refused.
  service::store::orders::Answer say(const std::string& order, const workflow::Actor& by,
                                     workflow::Body body);
  // All documents accepted, as they are on the screen.
  static service::review::Decision accepting(const service::review::Case& shown);
  static service::review::Decision refusing(const service::review::Case& shown,
                                            const std::string& slot, const std::string& reason);

  AStore store;
  FakeReports reports;
  service::review::Desk desk;

 private:
  void tell(const std::string& order, const workflow::Actor& by, std::string_view line);
  int said_ = 0;
};

}  // namespace vermilion::tests
