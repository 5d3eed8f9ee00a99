<?php
/**
 * The editor's texts in French, by their English.
 *
 * @package SocialOrNot
 */

return array(
	// The block, in block.json.
	'A short quiz with an honest verdict: should your reader be on social media?' => "Un court questionnaire et un verdict honnête\u{a0}: votre lecteur doit-il être sur les réseaux sociaux\u{a0}?",
	'quiz'                                        => 'questionnaire',
	'social media'                                => 'réseaux sociaux',

	// The settings, in editor.js.
	'Quiz'                                        => 'Questionnaire',
	'Language'                                    => 'Langue',
	'Automatic: the page’s'                       => "Automatique\u{a0}: comme la page",
	'Theme'                                       => 'Thème',
	'Light'                                       => 'Clair',
	'Dark'                                        => 'Sombre',
	'Level of its headings'                       => 'Niveau de ses titres',
	'One level below the heading above it.'        => 'Un niveau sous le titre qui le précède.',
	'Answers are kept'                            => 'Les réponses sont gardées',
	'in the reader’s browser'                     => 'dans le navigateur du lecteur',
	'until the tab is closed'                     => 'jusqu’à la fermeture de l’onglet',
	'not at all'                                  => 'nulle part',
	'Never on a server.'                          => 'Jamais sur un serveur.',
	'Colours'                                     => 'Couleurs',
	'Accent'                                      => 'Accent',
	'Accent in the dark theme'                    => 'Accent dans le thème sombre',
	'Call to action'                              => 'Votre proposition',
	'Label'                                       => 'Libellé du lien',
	'Stands below the verdict, as yours. It needs a label and an address.' => 'Paraît sous le verdict, en votre nom. Il lui faut un libellé et une adresse.',
	'Address'                                     => 'Adresse',
	'Your name'                                   => 'Votre nom',
	'A sentence'                                  => 'Une phrase',
);
