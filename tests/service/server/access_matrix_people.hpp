#pragma once

#include "service/accounts/accounts.hpp"
#include "service/server/dispatch.hpp"
#include "service/server/routes.hpp"
#include "tests/service/accounts/a_house.hpp"
#include "tests/service/server/access_matrix.hpp"

#include <map>
#include <string>
#include <string_view>

namespace vermilion::tests {

// Who asks: the letter of the table, the name of the cookie's owner.
struct Person {
  char letter;
  const char* name;
};
inline constexpr Person kPeople[] = {{'A', "applicant"}, {'R', "reviewer"},    {'O', "operator"},
                                     {'F', "finance"},   {'W', "rule author"}, {'U', "auditor"},
                                     {'D', "admin"}};
inline constexpr char kNobody = '-';
inline constexpr char kNewcomer = 'N';  // of the staff, without a second factor
inline constexpr char kGone = 'G';      // an account that is disabled
inline constexpr char kOver = 'E';      // a session that has ended

// Two organisations, a colleague in the first, one of each role of the staff.
class Everybody {
 public:
  Everybody();

  service::http::Answer ask(const service::server::Route& route, const std::string& path, char who,
                            std::string_view body, std::string_view site = "same-origin");

  // The path with what the placeholder stands for: "own", "other", "missing" or "malformed".
  std::string path_of(const service::server::Route& route, Object object, std::string_view whose,
                      char who);

 private:
  std::string of_the_staff(char letter);
  void question();
  std::string session_of(char who);
  std::string id_of(Object object, std::string_view whose, char who);

  AHouse house_;
  service::server::Resources resources_;
  std::map<char, std::string> token_;
  std::string seat_;
  std::string colleague_;
  std::string their_seat_;
  std::string staff_;
};

}  // namespace vermilion::tests
