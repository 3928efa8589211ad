#include "service/server/handlers/seats.hpp"

#include "service/accounts/seats.hpp"
#include "service/server/handlers/me_json.hpp"
#include "workflow/mobile.hpp"

namespace vermilion::service::server::handlers {
namespace {

Json seat_json(const accounts::Seat& seat, const std::string& mine) {
  return {{"id", seat.id},
          {"person", seat.person},
          {"mobile_masked", workflow::masked_mobile(seat.mobile)},
          {"mine", seat.id == mine},
          {"has_password", seat.has_password}};
}

}  // namespace

Result<http::Answer> list_seats(const Request& request, Resources& resources) {
  const auto seats = accounts::seats_of(accounts_of(resources), request.asker.organisation);
  return answered(seats, [&](const std::vector<accounts::Seat>& found) {
    Json items = Json::array();
    for (const auto& seat : found) items.push_back(seat_json(seat, request.asker.id));
    return json_answer(200, list_json(std::move(items)));
  });
}

Result<http::Answer> add_seat(const Request& request, Resources& resources) {
  struct Said {
    std::string person;
    std::string mobile;
  };
  const auto said = said_in<Said>(request, [](orders::Members& members) {
    return Said{members.text("person", kTextMost), members.text("mobile", kTextMost)};
  });
  if (!said) return tl::make_unexpected(said.error());
  return answered(
      accounts::add_seat(accounts_of(resources), request.asker, said->person, said->mobile),
      [&](const accounts::Seat& seat) {
        return json_answer(201, seat_json(seat, request.asker.id));
      });
}

Result<http::Answer> remove_seat(const Request& request, Resources& resources) {
  auto& accounts = accounts_of(resources);
  const auto signed_in = accounts::signed_in_by(accounts, request.headers);
  return answered(accounts::remove_seat(
      accounts, request.asker, signed_in ? signed_in->session : "", parameter(request, "seat")));
}

}  // namespace vermilion::service::server::handlers
