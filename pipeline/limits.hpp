#pragma once

#include <cstddef>

// Every bound of the pipeline, each with the reason for its number.
namespace vermilion::pipeline::limits {

// "1M之内" in the source documents; read as binary so that nobody is refused by 48 576 bytes.
inline constexpr std::size_t kFileBytes = 1'048'576;

// What a plan may raise kFileBytes to. The largest real scan seen is 1.6 MB; 32 MiB leaves room for
// a project that wants 600 dpi and still bounds what a worker has to hold.
inline constexpr std::size_t kFileBytesCeiling = 32 * 1024 * 1024;

// A4 at 600 dpi is 35 million pixels. A 130 kB PNG of 32767 x 32767 costs a decoder 6.3 GB.
inline constexpr long long kPixels = 40'000'000;

// A4 at 1200 dpi is 14 031 high. A picture of 65535 x 1 is legal and of no use.
inline constexpr int kSide = 16'000;

// Smaller than this nothing can be recognised, and every derived picture would be empty.
inline constexpr int kSideMin = 16;

// Scans of a progressive JPEG. Encoders write 6 to 12; 28 018 scans in 900 kB cost 34.7 s.
inline constexpr int kScans = 64;

// Chunks of a PNG. Encoders that cut IDAT into 8 kB pieces need 128 for 1 MiB; 2 kB pieces 512.
inline constexpr int kChunks = 2'000;

// Bytes of an ancillary PNG chunk. Colour profiles and XMP stay below; text bombs do not.
inline constexpr std::size_t kAncillaryBytes = 512 * 1024;

// Marker segments of a JPEG before its first scan. Phones with many EXIF and MPF parts write 40.
inline constexpr int kMarkers = 256;

// Candidates looked at per scan, so that a page of noise costs what a page of text does.
inline constexpr int kCodeLines = 48;
inline constexpr int kCodePlaces = 4;
inline constexpr int kQrRegions = 6;
inline constexpr int kQrSymbols = 16;
inline constexpr int kSeals = 12;

}  // namespace vermilion::pipeline::limits
