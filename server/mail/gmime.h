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
void start_gmime();

/// What the stream of a memory holds so far.
std::string bytes_from_stream(GMimeStream* stream);

}  // namespace mail
