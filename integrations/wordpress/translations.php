<?php
/**
 * The editor's texts in French. They are an array in PHP, read through gettext's own filters, because WordPress before 6.5 reads
 * only compiled files, one for each locale: this serves fr_FR, fr_CA and fr_BE alike, and needs no compiler. Where WordPress.org
 * has a translation of its own, that one stays.
 *
 * @package SocialOrNot
 */

namespace SocialOrNot;

defined( 'ABSPATH' ) || exit;

const DOMAIN = 'social-or-not';

add_filter( 'gettext_' . DOMAIN, __NAMESPACE__ . '\translate', 10, 2 );
add_filter( 'gettext_with_context_' . DOMAIN, __NAMESPACE__ . '\translate', 10, 2 );
add_filter( 'pre_load_script_translations', __NAMESPACE__ . '\translate_script', 10, 4 );

/**
 * The translations for the locale of who is reading.
 *
 * @return array Translations by the English text.
 */
function translations() {
	static $french = null;
	if ( 'fr' !== main_language( determine_locale() ) ) {
		return array();
	}
	$french = $french ?? require __DIR__ . '/languages/fr.php';
	return $french;
}

/**
 * Translates a text that PHP asks for, the block's title for one.
 *
 * @param string $translation What WordPress found; the text itself where it found nothing.
 * @param string $text        The English text.
 * @return string The translation.
 */
function translate( $translation, $text ) {
	return $translation === $text ? ( translations()[ $text ] ?? $text ) : $translation;
}

/**
 * Gives the editor's script its texts, in the format of wp.i18n.
 *
 * @param string|false|null $found  Translations that another filter gave.
 * @param string|false      $file   A file of translations that WordPress found.
 * @param string            $handle The script's handle.
 * @param string            $domain The text domain.
 * @return string|false|null JSON, or what came in.
 */
function translate_script( $found, $file, $handle, $domain ) {
	$texts = DOMAIN === $domain && null === $found && ! $file ? translations() : array();
	if ( ! $texts ) {
		return $found;
	}
	$rows = array( '' => array( 'lang' => 'fr' ) );
	foreach ( $texts as $text => $translation ) {
		$rows[ $text ] = array( $translation );
	}
	return wp_json_encode( array( 'locale_data' => array( DOMAIN => $rows ) ) );
}
