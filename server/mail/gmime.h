// GMime's objects, held and let go. Only for the files of this room.
#pragma once

#include <memory>
#include <string>

#include <gmime/gmime.h>

namespace mail {

struct ObjectRelease {
  void operator()(void* object) const { g_object_unref(object); }
};
/// A GMime object that is ours to let go.
template <class T>
using Held = std::unique_ptr<T, ObjectRelease>;

struct GlibRelease {
  void operator()(void* memory) const { g_free(memory); }
};
using HeldText = std::unique_ptr<char, GlibRelease>;

/// GMime wants to be told once before anything else.
inline void start_gmime() {
  static const bool is_started = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(is_started);
}

/// What the stream of a memory holds so far.
inline std::string bytes_from_stream(GMimeStream* stream) {
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

}  // namespace mail
