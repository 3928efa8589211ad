#include "service/server/routes.hpp"
#include "service/server/server.hpp"
#include "tests/service/server/a_server.hpp"
#include "tests/service/server/wire.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>
#include <thread>

// service/nginx/vermilion.conf in front of the server, by Debian's nginx on loopback. Only what
// must differ here is replaced in it: addresses, and the certificate.
namespace vermilion::service::server {
namespace {

using namespace std::chrono_literals;

constexpr const char* kNginx = "/usr/sbin/nginx";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  if (at != std::string::npos) text.replace(at, what.size(), by);
  return text;
}

std::string shipped() {
  std::ostringstream text;
  text << std::ifstream(VERMILION_SOURCE_DIR "/service/nginx/vermilion.conf").rdbuf();
  return text.str();
}

// As nginx sees a request of this route: text where nothing varies, else an expression. The row for
// all that no other is for has neither the API nor callbacks in it.
std::string request_of(const Route& route) {
  if (route.path == "/{file*}") return fmt::format("~^{} /(?!api/|callbacks/)", route.method);
  if (route.path.find('{') == std::string_view::npos)
    return fmt::format("{} {}", route.method, route.path);
  const std::string path =
      std::regex_replace(std::string(route.path), std::regex(R"(\{[^}]*\})"), "[^/]+");
  return fmt::format("~^{} {}$", route.method, path);
}

TEST(NginxRates, AreThoseOfTheTableOfRoutes) {
  std::string map = "map \"$request_method $uri\" $vermilion_rate {\n    default usual;\n";
  for (const Route& route : routes()) {
    if (route.rate == Rate::Usual) continue;
    map += fmt::format("    \"{}\" {};\n", request_of(route), name_of(route.rate));
  }
  EXPECT_THAT(shipped(), testing::HasSubstr(map + "}\n"));
}

TEST(NginxRates, EachHasAZoneThatIsCounted) {
  const std::string conf = shipped();
  for (const Route& route : routes()) {
    if (route.rate == Rate::Uncounted) continue;
    const auto rate = name_of(route.rate);
    EXPECT_TRUE(std::regex_search(
        conf,
        std::regex(fmt::format("limit_req_zone +\\$vermilion_{0} +zone=vermilion_{0}:", rate))))
        << rate;
    EXPECT_TRUE(
        std::regex_search(conf, std::regex(fmt::format("limit_req +zone=vermilion_{} ", rate))))
        << rate;
  }
}

// A port nobody listens on; for a moment.
std::uint16_t free_port() {
  AServer server;
  return Server::start({.port = 0}, server.resources)->port();
}

class Nginx : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kNginx)) GTEST_SKIP() << kNginx << " is not installed";
    auto started = Server::start({.port = 0}, server_.resources);
    ASSERT_TRUE(started) << started.error();
    running_.emplace(std::move(*started));
    port_ = free_port();
    std::string conf = replaced(shipped(), "server 127.0.0.1:8080;",
                                fmt::format("server 127.0.0.1:{};", running_->port()));
    conf = replaced(conf, "listen 443 ssl http2;", fmt::format("listen 127.0.0.1:{};", port_));
    const auto ssl = conf.find("    ssl_certificate ");
    conf.erase(ssl, conf.find("    # All of a header") - ssl);
    start(conf);
  }
  void TearDown() override {
    if (pid_ <= 0) return;
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
  }

  // nginx drops a request whose client stops talking before it has heard the answer.
  std::string answer_to(const std::string& request) {
    Wire wire(port_, 1s);
    wire.say(request);
    return wire.hear();
  }

  AServer server_;

 private:
  void start(const std::string& conf) {
    folder_.write("vermilion.conf", conf);
    const std::string root = folder_.path().string();
    const std::string main = folder_.write(
        "nginx.conf",
        fmt::format("daemon off; master_process off; pid {0}/pid; error_log {0}/error.log;\n"
                    "events {{}}\nhttp {{ access_log off; client_body_temp_path {0}/body;\n"
                    "proxy_temp_path {0}/proxy; fastcgi_temp_path {0}/f; uwsgi_temp_path {0}/u;\n"
                    "scgi_temp_path {0}/s; include {0}/vermilion.conf; }}\n",
                    root));
    std::vector<std::string> arguments{kNginx, "-p", root, "-c", main};
    std::vector<char*> pointers;
    for (auto& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    ASSERT_EQ(posix_spawn(&pid_, kNginx, nullptr, nullptr, pointers.data(), environ), 0);
    for (int i = 0; i < 500 && !Wire::can_reach(port_); ++i) std::this_thread::sleep_for(10ms);
    ASSERT_TRUE(Wire::can_reach(port_));
  }

  std::optional<Server> running_;
  tests::TemporaryFolder folder_;
  std::uint16_t port_ = 0;
  pid_t pid_ = -1;
};

TEST_F(Nginx, LetsAScanThroughAndAddsItsHeaders) {
  const std::string heard = answer_to(scan_request("Content-Length: 6\r\n", "a scan"));
  EXPECT_THAT(heard,
              testing::AllOf(testing::StartsWith("HTTP/1.1 200"),
                             testing::HasSubstr("Strict-Transport-Security: max-age="),
                             testing::HasSubstr("Content-Security-Policy: default-src 'none'"),
                             testing::HasSubstr("X-Content-Type-Options: nosniff"),
                             testing::HasSubstr("Cache-Control: no-store")));
  EXPECT_EQ(server_.inspected, 1);
}

TEST_F(Nginx, KeepsWhatIsForTheMachineToTheMachine) {
  for (const auto* path : {"/metrics", "/livez", "/readyz?verbose", "/", "/metrics/../metrics"}) {
    EXPECT_THAT(
        answer_to(fmt::format("GET {} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", path)),
        testing::AllOf(testing::StartsWith("HTTP/1.1 404"),
                       testing::Not(testing::HasSubstr("vermilion_"))))
        << path;
  }
}

TEST_F(Nginx, GivesBodiesWithoutALengthOne) {
  EXPECT_THAT(answer_to(scan_request("Transfer-Encoding: chunked\r\n", "6\r\na scan\r\n0\r\n\r\n")),
              testing::StartsWith("HTTP/1.1 200"));
  EXPECT_EQ(server_.report.bytes, 6u);
}

TEST_F(Nginx, RefusesABodyBeyondAnyRoute) {
  EXPECT_THAT(answer_to(scan_request("Content-Length: 999999999\r\n", "")),
              testing::StartsWith("HTTP/1.1 413"));
  EXPECT_EQ(server_.inspected, 0);
}

// Whatever of it nginx takes, no hidden request comes out behind it.
TEST_F(Nginx, HiddenRequestsAreNeverServed) {
  const std::string hidden = scan_request("Content-Length: 6\r\n", "a scan");
  for (const std::string& framing : framing_attacks(hidden.size())) {
    server_.sizes.clear();
    (void)answer_to(scan_request(framing, hidden));
    EXPECT_THAT(server_.sizes, testing::Not(testing::Contains(6u))) << framing;
    EXPECT_LE(server_.sizes.size(), 1u) << framing;
  }
}

}  // namespace
}  // namespace vermilion::service::server
