// The quiz in an MDX page. Properties are the element's attributes, and `accent`, `accent-dark`. Where the site is built there is
// no window: the element's script is fetched by the browser alone.

import React, { useCallback, useEffect } from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import useDocusaurusContext from "@docusaurus/useDocusaurusContext";

export default function SocialOrNot({ lang, answers, accent, "accent-dark": accentDark, ...settings }) {
  const { siteConfig, i18n } = useDocusaurusContext();
  const own = useBaseUrl("/social-or-not/");
  const base = siteConfig.customFields?.socialOrNot?.replace(/\/?$/, "/") ?? own;
  const spoken = lang ?? i18n.currentLocale;
  const french = spoken.toLowerCase().startsWith("fr");

  useEffect(() => {
    // Not by `import()`, which Docusaurus would take for one of its own modules. Added twice it runs once.
    const script = document.createElement("script");
    script.type = "module";
    script.src = `${base}social-or-not.js`;
    document.head.append(script);
  }, [base]);

  // React 19 would set the property, which replaces a reader's answers; the attribute only proposes some.
  const propose = useCallback((element) => {
    if (answers) element?.setAttribute("answers", answers);
  }, [answers]);

  return (
    <social-or-not
      ref={propose}
      lang={spoken}
      style={{ "--son-accent": colour(accent), "--son-accent-dark": colour(accentDark) }}
      {...settings}
    >
      <a href={french ? base : `${base}en/`}>{french ? "Faut-il être sur les réseaux sociaux\u00a0?" : "Should you be on social media?"}</a>
    </social-or-not>
  );
}

/** A colour and nothing after it: where the site is built, a semicolon would begin another declaration. */
function colour(value) {
  return value?.split(";")[0];
}
