// Draws what the client has laid out: triangles out of its memory, by WebGL 2.

const vertexShader = `#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec2 size;
out highp vec2 atPlace;
out lowp vec4 ofColour;
void main() {
  atPlace = place;
  ofColour = colour;
  vec2 share = position / size * 2.0 - 1.0;
  gl_Position = vec4(share.x, -share.y, 0.0, 1.0);
}`;

const fragmentShader = `#version 300 es
precision mediump float;
uniform sampler2D atlas;
in highp vec2 atPlace;
in lowp vec4 ofColour;
out vec4 painted;
void main() {
  painted = vec4(ofColour.rgb, ofColour.a * texture(atlas, atPlace).r);
}`;

const vertexBytes = 20;
// The same for all vertices: unlike a uniform's, its place is known without waiting for the linker.
const sizePlace = 3;

export class Canvas {
  constructor(gl) {
    this.gl = gl;
    this.atlasVersion = null;
    this.program = this.makeProgram();
    this.vertices = gl.createBuffer();
    this.indices = gl.createBuffer();
    this.atlas = gl.createTexture();
    this.prepare();
  }

  // Nothing asks how it went before the first frame is there: the answer would have to be waited for.
  makeProgram() {
    const { gl } = this;
    const program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, vertexShader],
                                  [gl.FRAGMENT_SHADER, fragmentShader]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    return program;
  }

  // Throws where the graphics card refused the shaders.
  assertDrawn() {
    const { gl, program } = this;
    if (gl.isContextLost() || gl.getProgramParameter(program, gl.LINK_STATUS)) return;
    throw new Error(`The graphics card refused the shaders: ${gl.getProgramInfoLog(program)}`);
  }

  prepare() {
    const { gl, program } = this;
    gl.useProgram(program);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.indices);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, 16);
    for (const place of [0, 1, 2]) gl.enableVertexAttribArray(place);
    gl.bindTexture(gl.TEXTURE_2D, this.atlas);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
  }

  // `address`: where struct DrawnFrame of wasm/platform/main.cc lies.
  draw(client, address) {
    const { gl } = this;
    const words = client.words.subarray(address >> 2, (address >> 2) + 12);
    const [width, height] = new Float32Array(words.buffer, words.byteOffset + 24, 2);
    const [vertices, verticesCount, indices, indicesCount, commands, commandsCount] = words;
    if (width < 1 || height < 1) return;
    this.takeAtlas(client, words.subarray(8));
    gl.viewport(0, 0, width, height);
    gl.vertexAttrib2f(sizePlace, width, height);
    const bytes = client.bytes;
    gl.bufferData(gl.ARRAY_BUFFER,
                  bytes.subarray(vertices, vertices + verticesCount * vertexBytes), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER,
                  bytes.subarray(indices, indices + indicesCount * 4), gl.STREAM_DRAW);
    const channel = (colour, shift) => (colour >>> shift & 0xFF) / 0xFF;
    for (let at = commands >> 2, end = at + commandsCount * 7; at < end; at += 7) {
      const [x, y, w, h, first, count, colour] = client.words.subarray(at, at + 7);
      gl.scissor(x, height - y - h, w, h);
      if (count === 0) {
        gl.clearColor(channel(colour, 0), channel(colour, 8), channel(colour, 16), 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
        continue;
      }
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
    }
  }

  takeAtlas(client, [version, address, width, height]) {
    if (version === this.atlasVersion) return;
    this.atlasVersion = version;
    const { gl } = this;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE,
                  client.bytes.subarray(address, address + width * height));
  }
}
