#pragma once

#include "service/server/handlers/account_answers.hpp"
#include "service/server/handlers/captchas.hpp"
#include "service/server/handlers/organisations.hpp"
#include "service/server/handlers/phone_changes.hpp"
#include "service/server/handlers/registration.hpp"
#include "service/server/handlers/seats.hpp"
#include "service/server/handlers/sign_in.hpp"
#include "service/server/handlers/staff.hpp"
#include "service/server/routes.hpp"

#include <array>
#include <cstddef>

// Accounts: who comes in, seats, numbers and names, the staff.
namespace vermilion::service::server::tables {

using accounts::Role;

inline constexpr std::array kAccounts{
    Route{"POST", "/api/v1/captchas", Access::Public, 0, Rate::Strangers, handlers::make_captcha,
          "A captcha to answer"},
    Route{"POST", "/api/v1/credit-codes", Access::Public, handlers::kFormBytes, Rate::Strangers,
          handlers::correct_credit_code, "A typed credit code, corrected"},
    Route{"POST", "/api/v1/codes", Access::Public, handlers::kFormBytes, Rate::Strangers,
          handlers::send_code, "Send a code by SMS"},
    Route{"POST", "/api/v1/registrations", Access::Public, handlers::kFormBytes, Rate::Strangers,
          handlers::register_organisation, "Register an organisation"},
    Route{"POST", "/api/v1/password-resets", Access::Public, handlers::kFormBytes, Rate::Strangers,
          handlers::reset_password, "Set a new password by a code"},
    Route{"POST", "/api/v1/sessions", Access::Public, handlers::kFormBytes, Rate::Strangers,
          handlers::sign_in, "Sign in"},
    Route{"GET", "/api/v1/sessions", Access::SignedIn, 0, Rate::Usual, handlers::list_sessions,
          "Where I am signed in"},
    Route{"DELETE", "/api/v1/sessions/{session}", Access::SignedIn, 0, Rate::Usual,
          handlers::end_session, "Sign out"},
    Route{"GET", "/api/v1/me", Access::SignedIn, 0, Rate::Usual, handlers::who_am_i, "Who I am"},
    Route{"POST", "/api/v1/me/name-confirmation", Access::Account, 0, Rate::Usual,
          handlers::confirm_name, "The name at the top right is right", Role::Applicant},
    Route{"PUT", "/api/v1/me/password", Access::SignedIn, handlers::kFormBytes, Rate::Usual,
          handlers::change_password, "Change my password"},
    Route{"POST", "/api/v1/me/second-factor", Access::SignedIn, 0, Rate::Usual,
          handlers::offer_second_factor, "A second factor to set up"},
    Route{"PUT", "/api/v1/me/second-factor", Access::SignedIn, handlers::kFormBytes, Rate::Usual,
          handlers::confirm_second_factor, "Confirm the second factor"},
    Route{"GET", "/api/v1/seats", Access::Account, 0, Rate::Usual, handlers::list_seats,
          "The seats of my organisation", Role::Applicant},
    Route{"POST", "/api/v1/seats", Access::Account, handlers::kFormBytes, Rate::Usual,
          handlers::add_seat, "Add a seat", Role::Applicant},
    Route{"DELETE", "/api/v1/seats/{seat}", Access::Account, 0, Rate::Usual, handlers::remove_seat,
          "Remove a seat", Role::Applicant},
    Route{"POST", "/api/v1/phone-changes", Access::Public, handlers::kLetterFormBytes, Rate::Usual,
          handlers::ask_phone_change, "Ask for another number of the account"},
    Route{"GET", "/api/v1/phone-changes", Access::Account, 0, Rate::Usual,
          handlers::list_phone_changes, "Changes of number to decide", Role::Operator},
    Route{"POST", "/api/v1/phone-changes/{credit_code}/approval", Access::Account, 0, Rate::Usual,
          handlers::approve_phone_change, "Approve a change of number", Role::Operator},
    Route{"POST", "/api/v1/phone-changes/{credit_code}/refusal", Access::Account,
          handlers::kFormBytes, Rate::Usual, handlers::refuse_phone_change,
          "Refuse a change of number", Role::Operator},
    Route{"GET", "/api/v1/phone-changes/{credit_code}/material", Access::Account, 0, Rate::Usual,
          handlers::phone_change_material, "What was sent to prove it", Role::Operator},
    Route{"GET", "/api/v1/organisations/{credit_code}", Access::Account, 0, Rate::Usual,
          handlers::show_organisation, "An organisation", Role::Operator | Role::Auditor},
    Route{"POST", "/api/v1/organisations/{credit_code}/renames", Access::Account,
          handlers::kFormBytes, Rate::Usual, handlers::ask_rename, "Ask for another name",
          Role::Operator},
    Route{"DELETE", "/api/v1/organisations/{credit_code}/renames", Access::Account, 0, Rate::Usual,
          handlers::withdraw_rename, "Withdraw the other name", Role::Operator},
    Route{"GET", "/api/v1/organisations/{credit_code}/renames/subject", Access::Account, 0,
          Rate::Usual, handlers::rename_subject, "What two persons are shown", Role::Operator},
    Route{"POST", "/api/v1/organisations/{credit_code}/renames/confirmation", Access::Account,
          handlers::kFormBytes, Rate::Usual, handlers::confirm_rename, "Confirm the other name",
          Role::Operator},
    Route{"GET", "/api/v1/colleagues", Access::Account, 0, Rate::Usual, handlers::list_colleagues,
          "Who it is that an account of the staff stands for", accounts::kStaff},
    Route{"GET", "/api/v1/staff", Access::Account, 0, Rate::Usual, handlers::list_staff,
          "Accounts of the staff", Role::Admin},
    Route{"POST", "/api/v1/staff", Access::Account, handlers::kFormBytes, Rate::Usual,
          handlers::make_staff, "Make an account", Role::Admin},
    Route{"PATCH", "/api/v1/staff/{account}", Access::Account, handlers::kFormBytes, Rate::Usual,
          handlers::change_staff, "Change an account", Role::Admin},
    Route{"DELETE", "/api/v1/staff/{account}/second-factor", Access::Account, 0, Rate::Usual,
          handlers::reset_second_factor, "Take a second factor away", Role::Admin},
    Route{"DELETE", "/api/v1/staff/{account}/sessions", Access::Account, 0, Rate::Usual,
          handlers::end_all_sessions, "Sign an account out everywhere", Role::Admin},
};

}  // namespace vermilion::service::server::tables
