// What a reader is told where the quiz cannot be: what happened, what was kept, the way on.

import { ownPage } from "./own-page.js";

const NOTE = {
  fr: {
    title: "Le questionnaire n’a pas pu démarrer.",
    text: "Un fichier n’est pas arrivé jusqu’à vous. Vos réponses, s’il y en a, sont toujours là.",
    stopped: "Le questionnaire s’est interrompu.",
    fault: "La faute est au questionnaire, non à vous. Vos réponses, s’il y en a, sont toujours là.",
    retry: "Réessayer",
    page: "L’ouvrir sur sa propre page",
  },
  en: {
    title: "The questions could not start.",
    text: "A file did not reach you. Your answers, if there are any, are still here.",
    stopped: "The questions have stopped.",
    fault: "The fault is the quiz’s, not yours. Your answers, if there are any, are still here.",
    retry: "Try again",
    page: "Open it on its own page",
  },
};

/** The note that takes the place of the quiz: what happened, what was kept, the way on. */
export function note(lang, reason, retry) {
  const texts = NOTE[lang];
  const [title, text] = reason === "panic" ? [texts.stopped, texts.fault] : [texts.title, texts.text];
  const element = (name, className, text, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  const button = element("button", "son-button", texts.retry);
  button.type = "button";
  button.addEventListener("click", retry);
  const actions = element("div", "son-actions", "", button);
  const page = ownPage(lang);
  if (page && page !== location.origin + location.pathname) {
    const link = element("a", "son-link", texts.page);
    link.href = page;
    actions.append(link);
  }
  const box = element("div", "son-note son-note--error", "", element("p", "son-note__title", title), element("p", "", text), actions);
  box.setAttribute("role", "alert");
  box.lang = lang;
  return element("div", "son", "", box);
}
