//! What a page may load and do, and what a host should send with each file. Said once, for the pages themselves, for the header
//! file that some hosts read, and for our own server; `deploy/` says it again to nginx and Caddy, and a test compares.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use social_or_not::content::Lang;

use crate::{builder, comparison, offline, page, sheet};

/// Only the product's own files, nothing written into the page, and no text ever taken for a script.
macro_rules! policy {
    ($trusted_types:literal $(, $more:literal)?) => {
        concat!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; ",
            "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; ",
            $($more, "; ",)?
            "require-trusted-types-for 'script'; trusted-types ",
            $trusted_types
        )
    };
}

/// The Content-Security-Policy of a page.
pub(crate) const PAGE: &str = policy!("'none'");

/// That of a page which holds another one of ours: the builder shows the frame, and in the standalone page a hidden one registers
/// the service worker.
pub(crate) const PAGE_WITH_FRAME: &str = policy!("'none'", "frame-src 'self'");

/// That of the hidden one: browsers take the worker's address for a script, and `page/registration.js` alone may make one.
pub(crate) const REGISTRATION: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; base-uri 'none'; \
     form-action 'none'; require-trusted-types-for 'script'; trusted-types social-or-not-worker";

/// That of the page in one file: this script, and what it holds itself as `data:` addresses. It can ask nobody for anything.
pub(crate) fn one_file(script: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(script));
    format!(
        "default-src 'none'; script-src 'sha256-{hash}' data: 'wasm-unsafe-eval'; style-src data:; img-src data:; \
         connect-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// What every file is sent with. The element is embedded by pages of other origins, and tells nobody which they are.
pub(crate) const HEADERS: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// How long a file may be kept: for ever under a name with a hash; else it is asked for anew.
pub(crate) fn cache(name: &str) -> &'static str {
    if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether the name carries the hash of its content: `app.0a1b2c3d4e.js`.
fn is_hashed(name: &str) -> bool {
    let hash = name.rsplit('.').nth(1).unwrap_or_default();
    hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The file by which Netlify and Cloudflare Pages are told. They join the values of a header that two rules give, so no file gets
/// one twice; without a rule, they have files asked for anew.
pub(crate) fn headers_file<'a>(base: &str, files: impl Iterator<Item = &'a String>) -> String {
    let mut text = format!("{base}*\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    let pages = Lang::ALL.map(|lang| (page::folder(lang), PAGE_WITH_FRAME));
    let builders = Lang::ALL.map(|lang| (builder::path(lang).to_owned(), PAGE_WITH_FRAME));
    let sheets = Lang::ALL.map(|lang| (sheet::path(lang), PAGE));
    let comparisons = Lang::ALL.map(|lang| (comparison::path(lang), PAGE));
    let others =
        [("embed.html", PAGE), (offline::REGISTRATION, REGISTRATION)].map(|(path, policy)| (path.to_owned(), policy));
    let others = others.into_iter().chain(builders).chain(sheets).chain(comparisons);
    // One of the hosts drops the ending of a page's address.
    let others =
        others.flat_map(|(path, policy)| [(path.trim_end_matches(".html").to_owned(), policy), (path, policy)]);
    for (path, policy) in pages.map(|(path, policy)| (path.to_owned(), policy)).into_iter().chain(others) {
        text.push_str(&format!("{base}{path}\n  Content-Security-Policy: {policy}\n"));
    }
    for path in files.filter(|path| is_hashed(path)) {
        text.push_str(&format!("{base}{path}\n  Cache-Control: {}\n", cache(path)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_its_hash_in_its_name_is_kept_for_ever() {
        let files = ["app.0123456789.js", "sw.js", "card.fr.png", "icon.any.192.png"].map(str::to_owned);
        let text = headers_file("/quiz/", files.iter());
        assert_eq!(text.matches("immutable").count(), 1, "{text}");
        assert!(text.contains("/quiz/app.0123456789.js\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }

    #[test]
    fn no_policy_lets_a_page_run_what_is_written_into_it() {
        for policy in [PAGE, PAGE_WITH_FRAME, REGISTRATION, &one_file("let a;")] {
            assert!(policy.starts_with("default-src 'none'; "));
            assert!(!policy.contains("'unsafe-"), "{policy}");
            assert!(policy.contains("require-trusted-types-for 'script'; trusted-types "));
        }
    }
}
