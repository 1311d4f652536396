// Writes static/vendored/codemirror-<version of @codemirror/view>/editor.js and, beside it, the licence of
// every package that is inside. Run it here: npm ci && npm run build
import { build } from "esbuild"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"

const described = name => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"))
const folder = `../../static/vendored/codemirror-${described("@codemirror/view").version}`
mkdirSync(folder, { recursive: true })

const { metafile } = await build({
  entryPoints: ["entry.mjs"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "CodeMirror",
  target: "es2022",
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  outfile: `${folder}/editor.js`,
})

const [bundle] = Object.values(metafile.outputs)
const names = new Set()
for (const [file, part] of Object.entries(bundle.inputs)) {
  const found = file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)
  if (found && part.bytesInOutput > 0) names.add(found[1])
}

const licences = [...names].sort().map(name => {
  const { version, license } = described(name)
  const file = readdirSync(`node_modules/${name}`).find(entry => /^licen[cs]e/i.test(entry))
  if (!file) throw new Error(`${name} brings no licence text`)
  return `${name} ${version} (${license})\n\n${readFileSync(`node_modules/${name}/${file}`, "utf8").trim()}\n`
})
writeFileSync(`${folder}/LICENCES.txt`, licences.join(`\n${"-".repeat(80)}\n\n`))
console.log(`${folder}: editor.js ${bundle.bytes} bytes, ${licences.length} packages`)
