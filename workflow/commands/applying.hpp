#pragma once

#include "workflow/particulars.hpp"
#include "workflow/project_terms.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What an applicant says, and what the program notes of his scans and of the legal person.
namespace vermilion::workflow::commands {

struct Begin {
  std::string order;
  std::string organisation;  // its credit code
  std::string organisation_name;
  std::string project;
  Operation operation = Operation::New;
  std::string variant;
  std::string agreement;                   // version accepted; empty: none
  bool scope_acknowledged = false;         // has read where the certificate is valid
  bool eligible = true;                    // no user type that is a matter for the hall
  std::optional<Certificate> chosen = {};  // to reissue or renew, as the applicant was shown it
  std::string typed_serial = {};           // typed by hand: this one is to be revoked
  unsigned keys_inserted = 0;              // what the browser saw, for a renewal
  int years = 0;                           // of a renewal
  std::string replaces = {};               // the order this one is begun instead of

  friend bool operator==(const Begin&, const Begin&) = default;
};

// Who fills in changes what stands on the templates, so those downloaded before are outdated.
struct FillForm {
  Person agent;
  Recipient recipient;

  friend bool operator==(const FillForm&, const FillForm&) = default;
};

struct ChangeRecipient {
  Recipient recipient;

  friend bool operator==(const ChangeRecipient&, const ChangeRecipient&) = default;
};

struct ChooseDelivery {
  Delivery delivery = Delivery::Courier;

  friend bool operator==(const ChooseDelivery&, const ChooseDelivery&) = default;
};

struct UploadDocument {
  std::string slot;
  std::string sha256;

  friend bool operator==(const UploadDocument&, const UploadDocument&) = default;
};

// What the QR code of a template says it was printed for.
struct TemplateMark {
  std::string order;
  unsigned generation = 0;

  friend bool operator==(const TemplateMark&, const TemplateMark&) = default;
};

struct NoteInspection {
  std::string slot;
  std::string sha256;
  std::vector<std::string> blocking = {};  // codes of findings that must not pass
  std::optional<TemplateMark> mark = {};   // unset: none was read

  friend bool operator==(const NoteInspection&, const NoteInspection&) = default;
};

struct NoteVerification {
  std::string order;  // the one in the code that was scanned
  bool passed = false;
  std::string channel = {};
  std::string reference = {};  // of the result; never the face itself

  friend bool operator==(const NoteVerification&, const NoteVerification&) = default;
};

struct Submit {
  friend bool operator==(const Submit&, const Submit&) = default;
};

struct Recall {
  friend bool operator==(const Recall&, const Recall&) = default;
};

enum class VoidReason : std::uint8_t {
  ApplicantGaveUp,
  WrongProject,
  WrongName,  // after a rename everything is done anew
  WrongCode,  // as if never registered
};

struct VoidOrder {
  VoidReason reason = VoidReason::ApplicantGaveUp;
  std::string replaced_by = {};

  friend bool operator==(const VoidOrder&, const VoidOrder&) = default;
};

}  // namespace vermilion::workflow::commands
