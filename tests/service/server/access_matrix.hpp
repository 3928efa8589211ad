#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// Who may ask for what, said a second time beside the table of routes: a route that is not in here
// fails the test, and so does one that lets in others than it says here.
namespace vermilion::tests {

// What a placeholder stands for, where it may be somebody else's.
enum class Object : std::uint8_t {
  None,
  Seat,          // of an organisation
  Session,       // of an account
  Organisation,  // all of the staff's who may look at organisations at all
  Staff,         // all of the administrators'
  Order,         // of an organisation
  Other,         // of a room this test does not set up: its own tests hold it
};

struct AccessRow {
  std::string_view method;
  std::string_view path;
  // M whoever reaches the machine, K a program with a key, P anyone, S who has signed in, else
  // roles: A applicant, R reviewer, O operator, F finance, W rule author, U auditor, D
  // administrator.
  std::string_view who;
  Object object = Object::None;
  std::string_view body = {};  // one that is understood, where one is taken
  int own = 0;                 // the answer to who asks for what is his; 0: not tried here
};

[[nodiscard]] const std::vector<AccessRow>& access_rows();

}  // namespace vermilion::tests
