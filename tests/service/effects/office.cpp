#include "tests/service/effects/office.hpp"

#include "service/effects/invoice_tray.hpp"
#include "service/effects/texting.hpp"
#include "service/simulator/page.hpp"
#include "service/simulator/tax_office.hpp"
#include "service/transport/client.hpp"
#include "workflow/notices.hpp"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <fmt/format.h>

#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace vermilion::tests {
namespace {

using namespace service;
using namespace std::chrono_literals;
using effects::Reception;
using simulator::Addresses;
namespace net = Poco::Net;
namespace org = workflow::organisation;

// Keys take a tenth of a second each to make: once for all.
const simulator::Sides& sides() {
  static const auto kSides = simulator::make_sides(Addresses{});
  return kSides;
}

workflow::Actor actor_of(const std::string& word) {
  const auto name = word.substr(0, word.find('#'));
  const auto role = std::ranges::find(workflow::kRoleNames, name, &workflow::RoleName::name);
  if (role == workflow::kRoleNames.end()) throw std::invalid_argument("no role: " + word);
  return {static_cast<workflow::Role>(role - workflow::kRoleNames.begin()), word};
}

workflow::Stage stage_named(std::string_view name) {
  const auto found = std::ranges::find(workflow::kStageNames, name);
  return static_cast<workflow::Stage>(found - workflow::kStageNames.begin());
}

std::map<std::string, std::string, std::less<>> templates() {
  std::map<std::string, std::string, std::less<>> all;
  for (std::size_t i = 0; i < workflow::kNotices; ++i) {
    const auto notice = workflow::name_of(static_cast<workflow::NoticeKind>(i));
    all.emplace(notice, fmt::format("SMS_{}", i));
  }
  return all;
}

}  // namespace

effects::Outcome<workflow::Certificate> NumberingMaker::issue(const std::string& key,
                                                              const workflow::Order& order) {
  const auto serial =
      made.emplace(key, fmt::format("{}-C{}", order.id, made.size() + 1)).first->second;
  if (!order.chosen) return workflow::Certificate{serial, serial + "-K", {}, true};
  const bool renews = order.operation == workflow::Operation::Renew;
  const auto until = order.chosen->valid_until + std::chrono::days(365 * order.years);
  return workflow::Certificate{serial, renews ? order.chosen->key_id : serial + "-K", until,
                               order.chosen->main_key};
}

effects::Outcome<void> NumberingMaker::revoke(const std::string& serial) {
  ++revoked[serial];
  return {};
}

// Where partners call back, over loopback.
class Office::Front {
 public:
  explicit Front(Office& office)
      : socket_(net::SocketAddress("127.0.0.1", 0)),
        server_(new Factory(office), socket_, new net::HTTPServerParams) {
    server_.start();
  }
  ~Front() { server_.stopAll(true); }
  std::uint16_t port() const { return socket_.address().port(); }

 private:
  struct Handler final : net::HTTPRequestHandler {
    explicit Handler(Office& to) : office(to) {}
    void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& answer) override {
      simulator::Callback callback{request.getURI(), {"POST", request.getURI(), {}, {}}};
      for (const auto& [name, value] : request) {
        callback.request.headers.push_back({name, value});
      }
      callback.request.body.assign(std::istreambuf_iterator<char>(request.stream()), {});
      ++office.callbacks;
      const auto heard = office.hear(callback);
      const bool stored = heard && office.reception.take(*heard) == Reception::Answer::Stored;
      answer.setStatus(stored ? net::HTTPResponse::HTTP_OK : net::HTTPResponse::HTTP_BAD_REQUEST);
      answer.setContentLength(0);
      answer.send();
    }
    Office& office;
  };
  struct Factory final : net::HTTPRequestHandlerFactory {
    explicit Factory(Office& to) : office(to) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
      return new Handler(office);
    }
    Office& office;
  };

  net::ServerSocket socket_;
  net::HTTPServer server_;
};

Office::Office(Backend backend, Wire wire)
    : store(backend),
      partners(sides(), {}, 1, [this] { return stamp(); }),
      jobs(store.orders),
      reception(store.orders, world) {
  if (wire == Wire::Loopback) {
    use_wire();
  } else {
    use_no_wire();
  }
  world.texting.templates = templates();
  world.certificates = &maker;
  world.in_house = [this](const effects::Task& task) { return in_house(task); };
  world.account = [](const org::Effect&, bool) -> effects::Outcome<void> { return {}; };
}

Office::~Office() {
  server_.reset();  // before the front goes, it still brings letters
  front_.reset();
}

void Office::use_no_wire() {
  const effects::Stamps stamps = [this] { return stamp(); };
  const transport::Carrier carrier = [this](const http::Request& request) {
    return transport::Exchanged(partners.answer(request));
  };
  ears = {simulator::merchant_of(sides().wechat, {}), simulator::application_of(sides().alipay, {}),
          sides().verification, sides().courier};
  world.stamps = stamps;
  world.cashiers[workflow::Channel::WeChat] =
      effects::wechat_cashier(*ears.wechat, carrier, stamps);
  world.cashiers[workflow::Channel::Alipay] =
      effects::alipay_cashier(*ears.alipay, carrier, stamps);
  world.texting.send = effects::by_aliyun(sides().aliyun, carrier, stamps);
  world.verifying = effects::Verifying{sides().verification, carrier};
  world.tracking = effects::Tracking{sides().courier, carrier};
  world.ask_invoice = effects::invoice_tray(folder.path() / "invoices");
}

// Our side is read from what the simulator wrote, as the service reads it.
void Office::use_wire() {
  front_ = std::make_unique<Front>(*this);
  server_ =
      std::make_unique<simulator::Server>(partners, simulator::ServerOptions{0, folder.path()});
  const Addresses addresses{fmt::format("http://127.0.0.1:{}", server_->port()),
                            fmt::format("http://127.0.0.1:{}/callbacks", front_->port())};
  auto ours = sides();
  ours.verification.notify_url = addresses.callbacks + "/verification";
  ours.courier.callback_url = addresses.callbacks + "/courier";
  const auto written = simulator::write_sides(ours, addresses, folder.path());
  if (!written) throw std::runtime_error(written.error());
  auto read = effects::read_partners(folder.path(), [this] { return stamp(); });
  if (!read) throw std::runtime_error(read.error());
  world = std::move(read->world);
  ears = std::move(read->ears);
}

std::uint16_t Office::port() const {
  return server_->port();
}

payment::Stamp Office::stamp() {
  return {workflow::Instant(std::chrono::seconds(store.now_ms->load() / 1000)),
          fmt::format("{:032}", ++nonces_)};
}

// What workers and staff would do: scans are clean, the rest is seen to.
effects::Outcome<effects::Carried> Office::in_house(const effects::Task& task) {
  if (task.effect.kind != workflow::EffectKind::QueueInspection) return effects::Carried{};
  workflow::NoteInspection noted{task.effect.words.at("slot"), task.effect.words.at("sha256")};
  const auto* document = workflow::find_document(task.order, noted.slot);
  if (document != nullptr && document->template_bound) {
    noted.mark = workflow::TemplateMark{task.order.id, task.order.generation};
  }
  return effects::Carried{
      {{"because/" + task.effect.key, {workflow::Role::System, "worker"}, std::move(noted)}}};
}

void Office::register_organisation(const std::string& credit_code, const std::string& old_serial) {
  const auto say = [&](org::Body body) {
    const org::Command command{fmt::format("{}-{}", credit_code, ++said_),
                               {workflow::Role::Applicant, "x"},
                               std::move(body)};
    const auto said = store.orders.say(credit_code, command);
    ASSERT_TRUE(said && *said);
  };
  say(org::SendCode{org::Purpose::Register, "13807010001", "d", true});
  say(org::EnterCode{org::Purpose::Register, "13807010001", "d"});
  say(org::Register{credit_code, "鹰潭市样例有限公司", "s", "张三", "13807010001"});
  Journey journey;
  journey.registry->serial = old_serial;
  ASSERT_TRUE(store.orders.import_certificate({credit_code, journey.terms.id, *journey.registry}));
}

void Office::live(const std::string& id, const std::string& credit_code,
                  const std::string& old_serial, std::string_view lines) {
  Journey journey;
  journey.id = id;
  journey.registry->serial = old_serial;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    const auto words = words_in(line);
    if (words.empty()) continue;
    SCOPED_TRACE(fmt::format("{}: {}", id, line));
    if (words[0] == "outside") {
      outside(id, {words.begin() + 1, words.end()});
    } else if (words[0] == "see") {
      EXPECT_TRUE(comes_to(id, stage_named(words[1])))
          << "stands in " << workflow::kStageNames[static_cast<std::size_t>(order(id).stage)];
    } else {
      journey.order = order(id);
      journey.now = stamp().now;
      tell(journey, credit_code, line);
    }
  }
}

void Office::tell(Journey& journey, const std::string& credit_code, std::string_view line) {
  auto words = words_in(line);
  const auto who = actor_of(words.front());
  words.erase(words.begin());
  for (workflow::Body& body : bodies_of(journey, words)) {
    if (auto* begin = std::get_if<workflow::Begin>(&body)) {
      begin->organisation = credit_code;
      if (begin->chosen) begin->typed_serial = begin->chosen->serial;
    }
    const workflow::Command command{fmt::format("{}-{}", journey.id, ++said_), who,
                                    std::move(body)};
    const auto said = store.orders.say(journey.id, command);
    ASSERT_TRUE(said) << said.error().detail;
    ASSERT_TRUE(*said) << workflow::name_of(said->error().code);
  }
}

void Office::outside(const std::string& id, const std::vector<std::string>& words) {
  const auto channel = [&] {
    return words.at(2) == "wechat" ? simulator::Channel::WeChat : simulator::Channel::Alipay;
  };
  if (words[0] == "work") {
    work();
  } else if (words[0] == "pay") {
    ASSERT_TRUE(partners.pay({channel(), words.at(1)}));
  } else if (words[0] == "verify") {
    ASSERT_TRUE(partners.verify(id, true));
    EXPECT_TRUE(comes(
        [&] { return order(id).verification.state == workflow::Verification::State::Passed; }));
  } else if (words[0] == "invoices") {
    EXPECT_GT(simulator::issue_invoices(folder.path() / "invoices", stamp().now), 0);
    for (const auto& [order, command] : effects::read_results(folder.path() / "invoices").say) {
      ASSERT_TRUE(store.orders.say(order, command));
    }
  } else {
    throw std::invalid_argument("nothing outside is called " + words[0]);
  }
}

int Office::work() {
  effects::Runner runner(jobs, world, "r1");
  const auto done = runner.work();
  EXPECT_TRUE(done) << done.error().detail;
  return done.value_or(0);
}

void Office::deliver() {
  for (const auto& delivery : partners.take_deliveries()) {
    if (const auto heard = hear(delivery.callback)) {
      EXPECT_EQ(reception.take(*heard), Reception::Answer::Stored);
    }
  }
}

effects::Hearing Office::hear(const simulator::Callback& callback) {
  const auto& [url, request] = callback;
  const auto now = stamp().now;
  const auto read = [&]() -> effects::Hearing {
    if (url.ends_with("/wechat")) {
      return effects::hear_wechat(request.headers, request.body, *ears.wechat, now);
    }
    if (url.ends_with("/alipay")) return effects::hear_alipay(request.body, *ears.alipay);
    if (url.ends_with("/verification")) {
      return effects::hear_verification(request.headers, request.body, *ears.verification, now,
                                        [this](const std::string& id) { return order(id); });
    }
    return effects::hear_courier(request.body, *ears.courier,
                                 order(url.substr(url.rfind('/') + 1)));
  };
  auto heard = read();
  if (!heard) ++distrusted;
  return heard;
}

workflow::Order Office::order(const std::string& id) {
  const auto order = store.orders.order(id);
  return order ? *order : workflow::Order{};
}

// Without a wire the callbacks that piled up are given now; with one they need a moment.
bool Office::comes(const std::function<bool()>& it) {
  if (!server_) deliver();
  for (int i = 0; i < (server_ ? 500 : 1); ++i) {
    if (it()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

bool Office::comes_to(const std::string& id, workflow::Stage stage) {
  return comes([&] { return order(id).stage == stage; });
}

std::vector<store::jobs::Job> Office::dead() {
  return jobs.in_state("dead", 100).value_or(std::vector<store::jobs::Job>{});
}

}  // namespace vermilion::tests
