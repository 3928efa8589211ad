#pragma once

#include "workflow/particulars.hpp"

#include <string>
#include <vector>

// Paper, making, handing out.
namespace vermilion::workflow::commands {

struct EnterCourierNumber {
  Parcel parcel;

  friend bool operator==(const EnterCourierNumber&, const EnterCourierNumber&) = default;
};

struct NoteParcel {
  Parcel parcel;

  friend bool operator==(const NoteParcel&, const NoteParcel&) = default;
};

struct TakeFromQuarantine {
  friend bool operator==(const TakeFromQuarantine&, const TakeFromQuarantine&) = default;
};

struct PaperItem {
  std::string slot;
  bool good = false;
  std::string fault = {};   // why not
  unsigned generation = 0;  // printed on a template; 0: no template

  friend bool operator==(const PaperItem&, const PaperItem&) = default;
};

struct CheckPaper {
  std::vector<PaperItem> items;

  friend bool operator==(const CheckPaper&, const CheckPaper&) = default;
};

struct LogCall {
  bool reached = false;
  std::string note = {};

  friend bool operator==(const LogCall&, const LogCall&) = default;
};

struct StartMaking {
  friend bool operator==(const StartMaking&, const StartMaking&) = default;
};

struct NoteMakingFailed {
  std::string reason;

  friend bool operator==(const NoteMakingFailed&, const NoteMakingFailed&) = default;
};

struct NoteMade {
  Certificate certificate;

  friend bool operator==(const NoteMade&, const NoteMade&) = default;
};

struct NoteRevoked {
  std::string serial;

  friend bool operator==(const NoteRevoked&, const NoteRevoked&) = default;
};

struct ReportSealFault {
  std::string fault;

  friend bool operator==(const ReportSealFault&, const ReportSealFault&) = default;
};

struct NoteSealMade {
  friend bool operator==(const NoteSealMade&, const NoteSealMade&) = default;
};

struct Dispatch {
  Parcel parcel;

  friend bool operator==(const Dispatch&, const Dispatch&) = default;
};

struct HandOver {
  std::string fetched_by;
  std::string signature_sha256;  // of the record signed

  friend bool operator==(const HandOver&, const HandOver&) = default;
};

}  // namespace vermilion::workflow::commands
