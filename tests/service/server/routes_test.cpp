#include "service/server/routes.hpp"

#include <gmock/gmock.h>

#include <array>

namespace vermilion::service::server {
namespace {

using testing::ElementsAre;
using testing::Pair;

constexpr std::array kTable{
    Route{.method = "GET", .path = "/orders"},
    Route{.method = "POST", .path = "/orders"},
    Route{.method = "GET", .path = "/orders/{order}"},
    Route{.method = "PUT", .path = "/orders/{order}/documents/{document}"},
};

Fault fault_of(std::string_view method, std::string_view path) {
  const auto match = find_route(method, path, kTable);
  EXPECT_FALSE(match) << method << ' ' << path;
  return match ? Fault::OurFault : match.error().fault;
}

TEST(Routes, AreFoundByMethodAndPath) {
  EXPECT_EQ(find_route("GET", "/orders", kTable)->route, &kTable[0]);
  EXPECT_EQ(find_route("POST", "/orders", kTable)->route, &kTable[1]);
  const auto match = find_route("PUT", "/orders/O-1/documents/licence", kTable);
  ASSERT_TRUE(match);
  EXPECT_THAT(match->parameters, ElementsAre(Pair("document", "licence"), Pair("order", "O-1")));
}

TEST(Routes, NobodyListedAreNotThere) {
  for (const auto* path : {"/", "/order", "/orders/", "/orders/O-1/", "/orders/O-1/documents",
                           "/orders//documents/licence", "/orders/O-1/documents/licence/more"}) {
    EXPECT_EQ(fault_of("GET", path), Fault::NotFound) << path;
  }
}

TEST(Routes, OfAnotherMethodSayWhichThereAre) {
  const auto match = find_route("DELETE", "/orders", kTable);
  ASSERT_FALSE(match);
  EXPECT_EQ(match.error().fault, Fault::MethodNotAllowed);
  EXPECT_EQ(match.error().allow, "GET, POST");
}

TEST(Routes, OfTheProgramAreWholeAndOnlyThoseOfTheMachineStandOutsideTheApi) {
  for (const Route& route : routes()) {
    const bool of_partners = route.path.starts_with("/callbacks/");
    const bool of_the_site = route.path == "/{file*}";
    const bool of_the_machine = !route.path.starts_with("/api/") && !of_partners && !of_the_site;
    EXPECT_EQ(route.access == Access::Machine, of_the_machine) << route.path;
    EXPECT_NE(route.handle, nullptr) << route.path;
    EXPECT_FALSE(route.summary.empty()) << route.path;
  }
}

TEST(Routes, OnlyThoseForAccountsNameRoles) {
  for (const Route& route : routes()) {
    EXPECT_TRUE(route.roles.empty() || route.access == Access::Account) << route.path;
  }
}

}  // namespace
}  // namespace vermilion::service::server
