#include "service/scans/views.hpp"
#include "service/server/dispatch.hpp"
#include "service/server/server.hpp"
#include "tests/service/scans/a_house.hpp"
#include "tests/service/server/a_server.hpp"
#include "tests/service/server/wire.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace vermilion::tests {
namespace {

using nlohmann::json;
using service::accounts::Asker;
using service::accounts::Role;
using service::http::Answer;
using service::http::Headers;
namespace server = service::server;

// Whoever the cookie names is signed in.
std::optional<Asker> named(const Headers& headers) {
  static const std::map<std::string, Asker, std::less<>> kKnown{
      {"applicant", {kApplicant, Role::Applicant, kOrganisation}},
      {"stranger", {"seat-9", Role::Applicant, "91360000000000000X"}},
      {"reviewer", {kReviewer, Role::Reviewer, ""}},
      {"another", {"reviewer-2", Role::Reviewer, ""}},
      {"operator", {"operator-1", Role::Operator, ""}},
      {"finance", {"finance-1", Role::Finance, ""}},
      {"auditor", {"auditor-1", Role::Auditor, ""}},
      {"admin", {"admin-1", Role::Admin, ""}},
  };
  const auto cookie = service::http::only(headers, "Cookie");
  const auto known = cookie ? kKnown.find(*cookie) : kKnown.end();
  return known == kKnown.end() ? std::nullopt : std::optional(known->second);
}

struct AWire {
  explicit AWire(Backend backend = Backend::Sqlite) : a(backend) {
    a.begin();
    server.resources.who = named;
    server.resources.scans = &a.house;
  }

  Answer ask(const std::string& who, const std::string& method, const std::string& path,
             const std::string& body = {}, Headers headers = {}) {
    headers.push_back({"Cookie", who});
    if (!body.empty()) headers.push_back({"Content-Type", "image/jpeg"});
    return server::dispatch(server::incoming(method, "/api/v1/" + path, headers, body),
                            server.resources)
        .answer;
  }

  AHouse a;
  server::AServer server;
};

std::string header(const Answer& answer, std::string_view name) {
  return std::string(service::http::only(answer.headers, name).value_or(""));
}
std::string code_of(const Answer& answer) {
  return json::parse(answer.body).value("code", "");
}

class OverHttp : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, OverHttp, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

constexpr const char* kLicence = "orders/O1/documents/licence";

TEST_P(OverHttp, ScanGoesInAndItsReportComesOut) {
  AWire wire(GetParam());
  const Answer put = wire.ask("applicant", "PUT", kLicence, a_jpeg("one"));
  ASSERT_EQ(put.status, 202) << put.body;
  const json uploaded = json::parse(put.body);
  EXPECT_EQ(uploaded["version"], 1);
  const std::string report = std::string(kLicence) + "/report";
  const Answer waiting = wire.ask("applicant", "GET", report);
  EXPECT_EQ(waiting.status, 202);
  EXPECT_EQ(json::parse(waiting.body)["state"], "waiting");
  EXPECT_EQ(header(waiting, "Retry-After"), "1");
  wire.a.work();
  const Answer seen = wire.ask("applicant", "GET", report + "?version=1");
  ASSERT_EQ(seen.status, 200) << seen.body;
  const std::string etag = header(seen, "ETag");
  EXPECT_FALSE(etag.empty());
  EXPECT_EQ(wire.ask("applicant", "GET", report, "", {{"If-None-Match", etag}}).status, 304);
  EXPECT_EQ(wire.ask("applicant", "GET", report, "", {{"If-None-Match", "\"x\""}}).status, 200);
  const json versions = json::parse(wire.ask("applicant", "GET", kLicence).body);
  EXPECT_EQ(versions["current"], 1);
  EXPECT_EQ(versions["versions"][0]["sha256"], uploaded["sha256"]);
  EXPECT_EQ(versions["versions"][0]["uploaded_at"], "2026-06-15T08:00:00Z");
}

// A body that ends before it should, wherever that is: nothing is kept of it.
TEST(OverHttpProperty, UploadCutAnywhereIsNowhereKept) {
  AWire wire;
  const std::string whole = a_jpeg(std::string(9'990, 'x'));
  const auto kept = wire.a.blobs_kept();
  const auto version = wire.a.order().version;
  constexpr std::size_t kCuts = 1000;
  for (std::size_t i = 0; i < kCuts; ++i) {
    const std::string cut = whole.substr(0, whole.size() * i / kCuts);
    auto answer = wire.ask("applicant", "PUT", kLicence, cut,
                           {{"Content-Length", std::to_string(whole.size())}});
    ASSERT_EQ(answer.status, 400) << i << answer.body;
    ASSERT_EQ(code_of(answer), "BODY_TRUNCATED") << i;
  }
  EXPECT_EQ(wire.a.blobs_kept(), kept);
  EXPECT_EQ(wire.a.rows("scans"), 0);
  EXPECT_EQ(wire.a.order().version, version);
  EXPECT_EQ(wire.ask("applicant", "PUT", kLicence, whole).status, 202);
}

struct Refused {
  const char* who;
  const char* method;
  std::string path;
  std::string body;
  int status;
  const char* code;
};

TEST(OverHttpRefusals, EachHasItsCode) {
  AWire wire;
  const std::vector<Refused> cases{
      {"nobody", "PUT", kLicence, a_jpeg(), 401, "SIGNED_OUT"},
      {"stranger", "PUT", kLicence, a_jpeg(), 404, "NOT_FOUND"},
      {"reviewer", "PUT", kLicence, a_jpeg(), 403, "NOT_YOUR_PART"},
      {"applicant", "PUT", "orders/O2/documents/licence", a_jpeg(), 404, "NOT_FOUND"},
      {"applicant", "PUT", "orders/O1/documents/passport", a_jpeg(), 404, "NOT_FOUND"},
      {"applicant", "PUT", kLicence, "hello", 415, "UNSUPPORTED_TYPE"},
      {"applicant", "PUT", kLicence, a_jpeg(std::string(1 << 20, 'x')), 413, "BODY_TOO_LARGE"},
      {"stranger", "GET", kLicence, "", 404, "NOT_FOUND"},
      {"applicant", "GET", std::string(kLicence) + "/report", "", 404, "NOT_FOUND"},
      {"applicant", "GET", std::string(kLicence) + "/report?version=x", "", 400, "BAD_REQUEST"},
      {"applicant", "GET", std::string(kLicence) + "/picture", "", 404, "NOT_FOUND"},
      {"applicant", "GET", "orders/O1/forms/licence", "", 404, "NOT_FOUND"},
      {"applicant", "GET", "orders/O1/refund-letter", "", 404, "NOT_FOUND"},
      {"stranger", "GET", "orders/O1/events", "", 404, "NOT_FOUND"},
      {"admin", "GET", kLicence, "", 403, "NOT_YOUR_PART"},
      {"applicant", "POST", "evidence", "hello", 415, "UNSUPPORTED_TYPE"},
      {"auditor", "POST", "evidence", a_jpeg(), 403, "NOT_YOUR_PART"},
  };
  for (const Refused& each : cases) {
    const Answer answer = wire.ask(each.who, each.method, each.path, each.body);
    EXPECT_EQ(answer.status, each.status) << each.who << each.path << answer.body;
    EXPECT_EQ(code_of(answer), each.code) << each.who << each.path;
  }
}

std::string a_real_scan() {
  const auto& bytes = a_sample(a_stamped_copy()).bytes;
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// A comment behind the first two bytes, as cameras and editors leave them.
std::string with_canary(std::string jpeg, std::string_view canary) {
  std::string comment{'\xFF', '\xFE', '\0', static_cast<char>(canary.size() + 2)};
  return jpeg.insert(2, comment.append(canary));
}

TEST(OverHttpPictures, ShowWhatIsSeenAndNothingElse) {
  AWire wire;
  constexpr std::string_view kCanary = "GPS 28.6 N 115.9 E <script>";
  ASSERT_EQ(wire.ask("applicant", "PUT", kLicence, with_canary(a_real_scan(), kCanary)).status,
            202);
  wire.a.work();
  const std::string path = std::string(kLicence) + "/picture?width=300";
  const Answer shown = wire.ask("applicant", "GET", path);
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_EQ(header(shown, "Content-Type"), "image/jpeg");
  EXPECT_EQ(header(shown, "X-Content-Type-Options"), "nosniff");
  EXPECT_THAT(header(shown, "Content-Security-Policy"), testing::HasSubstr("sandbox"));
  EXPECT_THAT(shown.body, testing::Not(testing::HasSubstr(kCanary)));
  EXPECT_LT(shown.body.size(), 100'000u);
  EXPECT_EQ(wire.ask("applicant", "GET", path).body, shown.body);
  EXPECT_EQ(wire.a.drawings, 1);
  EXPECT_EQ(wire.a.rows("image_views"), 0);  // one's own
}

// On to the reviewer, as far as scans go; what else an order needs is not what this is about.
void submit(AWire& wire) {
  for (const char* slot : {"licence", "id_card", "authorisation_letter", "seal_sheet",
                           "application_form", "head_appointment"}) {
    (void)wire.a.upload(slot == std::string("licence") ? a_real_scan() : a_jpeg(slot), slot);
  }
  wire.a.work();
  wire.a.say("O1", workflow::Role::Applicant, kApplicant, workflow::Submit{});
}

TEST(OverHttpPictures, StaffSeeThemOnlyForACaseTheyHoldAndItIsWrittenDown) {
  AWire wire;
  submit(wire);
  const std::string path = std::string(kLicence) + "/picture?width=320";
  EXPECT_EQ(wire.ask("reviewer", "GET", path).status, 403);
  *wire.a.now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
  wire.a.say("O1", workflow::Role::Reviewer, kReviewer, workflow::ClaimReview{});
  EXPECT_EQ(wire.ask("reviewer", "GET", path).status, 200);
  EXPECT_EQ(wire.ask("another", "GET", path).status, 403);
  EXPECT_EQ(wire.ask("operator", "GET", path).status, 403);
  EXPECT_EQ(wire.ask("auditor", "GET", path).status, 200);
  const auto views = service::scans::views(wire.a.database, {.order = "O1"}).value();
  ASSERT_EQ(views.size(), 2u);
  EXPECT_EQ(views[0].viewer, "auditor-1");
  EXPECT_EQ(views[1].viewer, kReviewer);
  EXPECT_EQ(views[1].why, "review");
  EXPECT_EQ(views[1].slot, "licence");
}

TEST(OverHttpForms, ComeAsPdf) {
  AWire wire;
  const Answer form = wire.ask("applicant", "GET", "orders/O1/forms/application_form");
  ASSERT_EQ(form.status, 200) << form.body;
  EXPECT_EQ(header(form, "Content-Type"), "application/pdf");
  EXPECT_THAT(form.body, testing::StartsWith("%PDF-"));
  EXPECT_EQ(wire.ask("applicant", "GET", "orders/O1/forms/application_form").body, form.body);
}

TEST(OverHttpEvidence, IsKeptUnderItsDigest) {
  AWire wire;
  const Answer kept = wire.ask("applicant", "POST", "evidence", "%PDF-1.4 a letter");
  ASSERT_EQ(kept.status, 201) << kept.body;
  const auto id =
      service::store::blobs::BlobId::parse(json::parse(kept.body)["sha256"].get<std::string>());
  EXPECT_EQ(wire.a.blobs.get(id.value()).value(), "%PDF-1.4 a letter");
  EXPECT_EQ(wire.ask("applicant", "POST", "evidence", "%PDF-1.4 a letter").status, 201);
  EXPECT_EQ(wire.a.rows("evidence"), 1);
}

TEST(OverHttpEvents, TellHowItStandsAndWhatHappens) {
  AWire wire;
  wire.a.house.streams = service::scans::Streams(
      {.look = std::chrono::milliseconds(1), .life = std::chrono::seconds(60)});
  const Answer stream = wire.ask("applicant", "GET", "orders/O1/events");
  ASSERT_EQ(stream.status, 200);
  ASSERT_TRUE(stream.pieces);
  EXPECT_EQ(header(stream, "Content-Type"), "text/event-stream");
  EXPECT_EQ(stream.pieces(), "event: order\ndata: {\"version\":2}\n\n");
  wire.a.upload(a_jpeg("one"));
  wire.a.work();
  const auto piece = stream.pieces();
  ASSERT_TRUE(piece);
  EXPECT_THAT(*piece, testing::HasSubstr("event: order\ndata: {\"version\":4}\n\n"));
  EXPECT_THAT(*piece,
              testing::HasSubstr("event: report\ndata: {\"slot\":\"licence\",\"version\":1"));
  wire.server.resources.stopping = true;
  EXPECT_EQ(stream.pieces(), std::nullopt);
}

TEST(OverHttpEvents, GoOverAConnectionPieceByPieceAndEnd) {
  AWire wire;
  wire.a.house.streams = service::scans::Streams(
      {.look = std::chrono::milliseconds(5), .life = std::chrono::milliseconds(200)});
  const auto running = server::Server::start({.port = 0}, wire.server.resources);
  ASSERT_TRUE(running) << running.error();
  const std::string asked =
      "GET /api/v1/orders/O1/events HTTP/1.1\r\nHost: x\r\nCookie: applicant\r\n"
      "Connection: close\r\n\r\n";
  server::Wire client(running->port());
  client.say(asked);
  const std::string heard = client.hear();
  EXPECT_THAT(heard, testing::HasSubstr("Transfer-Encoding: chunked"));
  EXPECT_THAT(heard, testing::HasSubstr("event: order\ndata: {\"version\":2}\n\n"));
  EXPECT_THAT(heard, testing::EndsWith("0\r\n\r\n"));
}

TEST(OverHttpEvents, WhoLeavesFreesItsPlace) {
  AWire wire;
  wire.a.house.streams = service::scans::Streams({.look = std::chrono::milliseconds(1),
                                                  .silence = std::chrono::milliseconds(2),
                                                  .life = std::chrono::minutes(5)});
  const auto running = server::Server::start({.port = 0}, wire.server.resources);
  ASSERT_TRUE(running) << running.error();
  {
    server::Wire client(running->port());
    client.say("GET /api/v1/orders/O1/events HTTP/1.1\r\nHost: x\r\nCookie: applicant\r\n\r\n");
    for (int i = 0; i < 500 && wire.a.house.streams.open_now() == 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(wire.a.house.streams.open_now(), 1u);
  }
  for (int i = 0; i < 500 && wire.a.house.streams.open_now() > 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(wire.a.house.streams.open_now(), 0u);
}

TEST(OverHttpEvents, AreFewAtATime) {
  AWire wire;
  std::vector<Answer> open;
  for (int i = 0; i < 2; ++i) open.push_back(wire.ask("applicant", "GET", "orders/O1/events"));
  EXPECT_EQ(open.back().status, 200);
  EXPECT_EQ(wire.ask("applicant", "GET", "orders/O1/events").status, 429);
  EXPECT_EQ(wire.ask("operator", "GET", "orders/O1/events").status, 200);
  open.clear();
  EXPECT_EQ(wire.ask("applicant", "GET", "orders/O1/events").status, 200);
  EXPECT_EQ(wire.a.house.streams.open_now(), 0u);
}

}  // namespace
}  // namespace vermilion::tests
