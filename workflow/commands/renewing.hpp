#pragma once

#include "workflow/particulars.hpp"

#include <string>

// Renewing, with the key in the computer.
namespace vermilion::workflow::commands {

struct StartDownload {
  std::string serial;
  std::string key_id;
  unsigned keys_inserted = 0;

  friend bool operator==(const StartDownload&, const StartDownload&) = default;
};

struct NoteDownloadFailed {
  std::string reason;

  friend bool operator==(const NoteDownloadFailed&, const NoteDownloadFailed&) = default;
};

struct NoteDownloaded {
  Certificate certificate;

  friend bool operator==(const NoteDownloaded&, const NoteDownloaded&) = default;
};

}  // namespace vermilion::workflow::commands
